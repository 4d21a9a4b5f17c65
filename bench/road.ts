import * as z from 'zod/mini';
import { type Child, startChild } from './child.ts';
import { type Figure, quantile } from './figures.ts';

const rate = z.object({ perSecond: z.number() });
const place = z.object({ origin: z.string(), endpoint: z.string(), tableName: z.string() });
const burst = z.object({ startedAt: z.number(), endedAt: z.number() });
const processed = z.object({ at: z.number() });
const steady = z.object({ visible: z.array(z.number()), accepting: z.array(z.number()) });

/** As many at once, of schools and of bare transactions. */
const concurrency = 16;
const warmUp = 50;

type Parts = { readonly baseline: Child; readonly system: Child; readonly client: Child };

/**
 * From a posted form to the counted figure: registrations accepted and fully processed a second, against bare transactions of
 * the same engine before and after; then, at half the load that is fully processed, how long until a registration is counted.
 */
export async function measureRoad(quick: boolean): Promise<readonly Figure[]> {
  const sizes = quick ? [150] : [800, 800, 800];
  const editions = ['marlow-vale-warm', ...sizes.map((_, index) => `marlow-vale-burst-${index + 1}`), 'marlow-vale-steady'];
  const parts = {
    baseline: startChild('road-baseline.ts'),
    system: startChild('road-system.ts', [String(Math.max(...sizes, 3000)), ...editions]),
    client: startChild('road-client.ts'),
  };
  try {
    const at = place.parse(await parts.system.ask({ what: 'where' }));
    const bare: number[] = [];
    const bursts: { accepted: number; done: number }[] = [];
    let mails = 0;
    const run = async (edition: string, count: number) => {
      mails += count;
      return runBurst(parts, { ...at, edition, count }, mails);
    };
    await run('marlow-vale-warm', warmUp);
    await bareRate(parts.baseline, 0.5);
    for (const [index, count] of sizes.entries()) {
      bare.push(await bareRate(parts.baseline, quick ? 1 : 4));
      bursts.push(await run(`marlow-vale-burst-${index + 1}`, count));
    }
    bare.push(await bareRate(parts.baseline, quick ? 1 : 4));
    const done = quantile(
      bursts.map((one) => one.done),
      0.5,
    );
    const accepted = quantile(
      bursts.map((one) => one.accepted),
      0.5,
    );
    const open = await runSteady(parts.client, {
      ...at,
      edition: 'marlow-vale-steady',
      perSecond: done / 2,
      seconds: quick ? 2 : 12,
    });
    return figuresOf({ bare: quantile(bare, 0.5), accepted, done, size: sizes[0] ?? 0, open });
  } finally {
    await Promise.all(Object.values(parts).map((part) => part.stop()));
  }
}

async function bareRate(baseline: Child, seconds: number): Promise<number> {
  return rate.parse(await baseline.ask({ seconds, concurrency })).perSecond;
}

type Load = z.infer<typeof place> & { readonly edition: string; readonly count: number };

async function runBurst({ system, client }: Parts, load: Load, mails: number): Promise<{ accepted: number; done: number }> {
  const waiting = system.ask({ what: 'processed', edition: load.edition, count: load.count, mails, seconds: 180 });
  const { startedAt, endedAt } = burst.parse(await client.ask({ what: 'burst', concurrency, ...load }));
  const { at } = processed.parse(await waiting);
  return { accepted: (load.count * 1000) / (endedAt - startedAt), done: (load.count * 1000) / (at - startedAt) };
}

async function runSteady(client: Child, load: z.infer<typeof place> & { edition: string; perSecond: number; seconds: number }) {
  const count = Math.max(20, Math.round(load.perSecond * load.seconds));
  return { ...steady.parse(await client.ask({ what: 'steady', ...load, count })), perSecond: load.perSecond };
}

type Measured = {
  readonly bare: number;
  readonly accepted: number;
  readonly done: number;
  readonly size: number;
  readonly open: z.infer<typeof steady> & { readonly perSecond: number };
};

function figuresOf({ bare, accepted, done, size, open }: Measured): Figure[] {
  const seconds = (sample: readonly number[], part: number) => quantile(sample, part) / 1000;
  const against = `against ${Math.round(bare)} bare three-item transactions/s, ${concurrency} at once`;
  return [
    {
      name: 'registrations accepted / bare transactions',
      value: accepted / bare,
      unit: '',
      floor: 0.7,
      note: `${Math.round(accepted)}/s ${against}`,
    },
    {
      name: 'registrations fully processed / bare',
      value: done / bare,
      unit: '',
      floor: 0.3,
      note: `${Math.round(done)}/s: mailed, counted, off the outbox; ${size} at once`,
    },
    {
      name: 'visible at half that load, p99',
      value: seconds(open.visible, 0.99),
      unit: 's',
      ceiling: 1,
      note: `open loop, ${open.visible.length} at ${Math.round(open.perSecond)}/s; median ${seconds(open.visible, 0.5).toFixed(2)} s`,
    },
    {
      name: 'accepted at that load, p99',
      value: seconds(open.accepting, 0.99),
      unit: 's',
      note: `from when the post was due; median ${(seconds(open.accepting, 0.5) * 1000).toFixed(0)} ms`,
    },
  ];
}

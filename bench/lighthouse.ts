import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import lighthouse from 'lighthouse';
import { createClock } from '#local/clock.ts';
import { startLocalSystem } from '#local/system.ts';
import { launchBrowser } from '#test/browser/browser.ts';
import { instant } from '#shared/kernel/time.ts';
import type { Figure } from './figures.ts';

const categories = ['performance', 'accessibility', 'best-practices', 'seo'];
/** The fictional city that the local system begins with is named by the year it is. */
const registrationIsOpen = instant.parse('2025-01-13T10:00:00.000Z');
const city = '/editions/larkford-2025';
const publicPages = [
  '/',
  city,
  `${city}/schools`,
  `${city}/schools/register?urn=900001`,
  `${city}/organisations/sign-up`,
  `${city}/volunteers/sign-up`,
  '/accessibility',
  '/privacy',
  '/privacy/children',
  '/cookies',
  '/contact',
];

/** Lighthouse on a slow phone, page by page: the worst of its four scores, and how far the page moved while it loaded. */
export async function measureLighthouse(quick: boolean): Promise<readonly Figure[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-lighthouse-'));
  const port = await freePort();
  const system = await startLocalSystem({ dataDir, seed: true, quiet: true, clock: createClock(registrationIsOpen) });
  const browser = await launchBrowser([`--remote-debugging-port=${port}`]);
  try {
    const figures: Figure[] = [];
    for (const path of quick ? publicPages.slice(0, 1) : publicPages) {
      figures.push(...figuresOf(path, await judge(await existing(system.origin, path), port)));
    }
    return figures;
  } finally {
    await browser.close();
    await system.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

type Judgement = { readonly scores: Readonly<Record<string, number>>; readonly shift: number; readonly paint: number };

async function judge(url: string, port: number): Promise<Judgement> {
  const judged = await lighthouse(url, { port, output: 'json', onlyCategories: categories, logLevel: 'error' });
  if (!judged || judged.lhr.runtimeError) throw new Error(`${url} was not judged: ${judged?.lhr.runtimeError?.message ?? ''}`);
  const { lhr } = judged;
  const numberOf = (audit: string) => lhr.audits[audit]?.numericValue ?? Number.NaN;
  return {
    scores: Object.fromEntries(Object.entries(lhr.categories).map(([name, { score }]) => [name, Math.round((score ?? 0) * 100)])),
    shift: numberOf('cumulative-layout-shift'),
    paint: numberOf('largest-contentful-paint'),
  };
}

function figuresOf(path: string, { scores, shift, paint }: Judgement): Figure[] {
  const note = [...Object.entries(scores).map(([name, score]) => `${name} ${score}`), `LCP ${Math.round(paint)} ms`].join(', ');
  return [
    { name: `Lighthouse, worst of four: ${path}`, value: Math.min(...Object.values(scores)), unit: '', floor: 100, note },
    { name: `layout shift: ${path}`, value: shift, unit: '', ceiling: 0, note: 'cumulative' },
  ];
}

/** The page's address, once it is certain that it is there: an error page would be judged as kindly. */
async function existing(origin: string, path: string): Promise<string> {
  const { status } = await fetch(new URL(path, origin));
  if (status !== 200) throw new Error(`${path} answers ${status}`);
  return new URL(path, origin).href;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => void server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

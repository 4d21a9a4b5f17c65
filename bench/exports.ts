import * as z from 'zod/mini';
import { functions } from '#shared/system/functions.ts';
import { type Figure, quantile } from './figures.ts';
import { organiserRequest } from './organiser-request.ts';

const formats = ['ods', 'xlsx', 'csv'] as const;
type Format = (typeof formats)[number];
type Exported = { readonly edition: string; readonly rows: number };
/** `fullest` is as long as `long`, but every answer is as long as it can be. */
type Editions = { readonly short: Exported; readonly long: Exported; readonly fullest: Exported };

const mebibyte = 1024 * 1024;
/** MiB that Lambda gives out in one answer at most. */
const mostAnswer = 6;
const answered = z.object({ statusCode: z.literal(200), body: z.string() });

/** A long list as a file against a short one, per row; how large the answer is, and how much memory it took. */
export async function measureExports(rounds: number, { short, long, fullest }: Editions): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const format of formats) {
    const taken: Record<'short' | 'long', number[]> = { short: [], long: [] };
    let size = 0;
    for (let round = 0; round < rounds; round += 1) {
      const [small, large] = [await takeOut(short, format), await takeOut(long, format)];
      size = large.size;
      // The first time fills caches and compiles.
      if (round === 0) continue;
      taken.short.push(small.milliseconds);
      taken.long.push(large.milliseconds);
    }
    const [all, few] = [quantile(taken.long, 0.5), quantile(taken.short, 0.5)];
    figures.push(
      {
        name: `a row of ${sayRows(long)} as ${format} / a row of ${sayRows(short)}`,
        value: all / long.rows / (few / short.rows),
        unit: '',
        ceiling: 1.5,
        note: `${all.toFixed(0)} ms for all, against ${few.toFixed(0)}; p50`,
      },
      answerOf(`the answer with ${sayRows(long)} as ${format}`, size),
    );
  }
  const { size } = await takeOut(fullest, 'ods');
  figures.push(answerOf(`the answer with ${sayRows(fullest)} as ods, every answer as long as it can be`, size));
  return [...figures, memoryOf()];
}

async function takeOut({ edition }: Exported, format: Format): Promise<{ readonly milliseconds: number; readonly size: number }> {
  const { handler } = await import('#functions/http/exchange.ts');
  const file = `registrations.${format}`;
  const request = organiserRequest({
    routeKey: 'GET /organiser/editions/{edition}/export/{file}',
    path: `/organiser/editions/${edition}/export/${file}`,
    params: { edition, file },
  });
  const started = performance.now();
  const answer = answered.parse(await Reflect.apply(handler, undefined, [request]));
  return { milliseconds: performance.now() - started, size: Buffer.byteLength(answer.body) };
}

function answerOf(name: string, bytes: number): Figure {
  return { name, value: bytes / mebibyte, unit: 'MiB', ceiling: mostAnswer, note: 'as Lambda gives it out, in base64' };
}

/** Of this whole process, which holds what it wrote into the tables too. */
function memoryOf(): Figure {
  return {
    name: 'memory while lists are taken out, the most',
    value: process.resourceUsage().maxRSS / 1024,
    unit: 'MiB',
    ceiling: functions.exchange.memoryMb,
    note: 'of the whole measurement; the bound is what the function has',
  };
}

function sayRows({ rows }: Exported): string {
  return `${rows.toLocaleString('en-GB')} schools`;
}

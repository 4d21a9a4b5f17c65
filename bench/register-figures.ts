import type { Figure } from './figures.ts';
import { benchRegisterImport } from './register-import.ts';

/** Rows a second and memory of the register import, by the command that people use. */
export async function measureRegisterImport(quick: boolean): Promise<readonly Figure[]> {
  const run = await benchRegisterImport(quick ? 3000 : 27_000);
  return [
    { name: 'register import', value: run.rowsPerSecond, unit: 'rows/s', note: `${run.rows} generated rows, every one written` },
    { name: 'register import, nothing changed', value: run.unchangedPerSecond, unit: 'rows/s', note: 'the same file again' },
    {
      name: 'register import, nothing written',
      value: run.readOnlyPerSecond,
      unit: 'rows/s',
      note: 'reading and checking alone: the most there is',
    },
    {
      name: 'register import, peak memory',
      value: run.peakMegabytes,
      unit: 'MB',
      ceiling: 200,
      note: 'resident, most of three runs',
    },
  ];
}

import { type Random, randomFrom } from '../random.ts';
import { attainment8, ks2Table, type PrintedYear, progress8 } from './printed.ts';

/** One school or college of the demo. None of them is real: results by school are not published. */
export type Institution = { readonly name: string; readonly kind: 'school' | 'college'; readonly met: readonly number[] };

/** All that the demo brings in. */
export type ContextInputs = {
  readonly ks2: readonly PrintedYear[];
  readonly attainment8: PrintedYear;
  readonly progress8: PrintedYear;
  readonly institutions: readonly Institution[];
};

/** What the source prints; the results by school are an example that fits its averages. */
export function printedInputs(): ContextInputs {
  // 23 institutions: 3 meet three benchmarks, 12 between four and seven, 8 all eight: 147 in all, which is 6.39 each.
  const met = [3, 3, 3, 6, 6, 6, 6, 6, 6, 6, 6, 6, 6, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8];
  return { ks2: ks2Table, attainment8, progress8, institutions: met.map(institution) };
}

/** Other figures, which the seed decides: the same years without tests, another city, other schools. */
export function generatedInputs(seed: number): ContextInputs {
  const random = randomFrom(seed);
  const cells = (draw: () => string): PrintedYear['cells'] => [draw(), draw(), draw()];
  return {
    ks2: ks2Table.map(({ year, cells: printed }) => ({
      year,
      cells: printed[0] === '-' ? printed : cells(() => tenths(random.between(300, 900))),
    })),
    attainment8: { year: 2024, cells: cells(() => tenths(random.between(300, 600))) },
    progress8: { year: 2024, cells: cells(() => hundredths(random)) },
    institutions: Array.from({ length: random.between(6, 45) }, (_, index) => institution(random.between(0, 8), index)),
  };
}

/** The same with one figure changed: England's last one is a point higher, and one school meets nothing. */
export function changedInputs(inputs: ContextInputs): ContextInputs {
  const ks2 = inputs.ks2.map(({ year, cells: [place, neighbours, england] }, index) => ({
    year,
    cells: [place, neighbours, index === inputs.ks2.length - 1 ? (Number(england) + 1).toFixed(1) : england] as const,
  }));
  return { ...inputs, ks2, institutions: inputs.institutions.map((one, index) => (index === 0 ? { ...one, met: [] } : one)) };
}

function institution(howMany: number, index: number): Institution {
  const kind = index % 8 === 7 ? ('college' as const) : ('school' as const);
  const met = Array.from({ length: howMany }, (_, benchmark) => ((benchmark + index) % 8) + 1).sort((a, b) => a - b);
  return { name: `Simulated ${kind} ${index + 1}`, kind, met };
}

function tenths(whole: number): string {
  return `${Math.floor(whole / 10)}.${whole % 10}`;
}

function hundredths(random: Random): string {
  const whole = random.between(0, 99);
  return `${random.chance(0.5) ? '-' : '+'}0.${String(whole).padStart(2, '0')}`;
}

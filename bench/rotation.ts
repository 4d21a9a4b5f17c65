import { checkRotation, type RotationToCheck } from '#shared/domain/rotation/check.ts';
import { planRotation } from '#shared/domain/rotation/plan.ts';
import { rescueRotation } from '#shared/domain/rotation/rescue.ts';
import type { RotationBrief } from '#shared/domain/rotation/shape.ts';
import { type Figure, quantile } from './figures.ts';

/** One event as a week has them: eight groups of four schools, and eight visitors or four that take two groups. */
function briefAt(index: number): RotationBrief {
  const visitors = index % 2 === 0 ? 8 : 4;
  const all = Array.from({ length: visitors }, (_, slot) => slot);
  const clock = (minutes: number) =>
    `${String(9 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return {
    schools: [0, 1, 2, 3].map((one) => ({
      school: `90000${one}`,
      name: `Fictional School ${one}`,
      pupils: 20 + ((index + one * 3) % 7),
      adults: ['Adult 1', 'Adult 2'],
    })),
    organisations: all.map((one) => ({
      organisation: `o${one}`,
      name: `Fictional Firm ${one}`,
      places: visitors === 8 ? 14 : 28,
      slots: all,
    })),
    rooms: all.map((one) => ({ room: `Room ${one}`, slots: all })),
    slots: all.map((slot) => ({ starts: clock(slot * 20), ends: clock(slot * 20 + 15) })),
    breaks: [],
    groups: 8,
    size: { min: 8, max: 14 },
    mixed: 2,
    seed: index,
  };
}

/** Planning 1,000 events, and rescuing one from a lost visitor, against merely checking them. */
export async function measureRotation(quick: boolean): Promise<readonly Figure[]> {
  const briefs = Array.from({ length: quick ? 50 : 1000 }, (_, index) => briefAt(index));
  const plans: RotationToCheck[] = [];
  const ratios: number[] = [];
  for (let round = 0; round < (quick ? 2 : 5); round += 1) {
    plans.length = 0;
    const planning = millisecondsOf(() => briefs.forEach((brief) => plans.push(planned(brief))));
    const checking = millisecondsOf(() => plans.forEach(check));
    ratios.push(planning / checking);
  }
  const [first] = plans;
  if (!first) throw new Error('nothing was planned');
  const disruption = { lost: 'organisation', organisation: 'o1', slots: [2, 3, 4, 5, 6, 7] } as const;
  const running = { ...first, lost: [] };
  const rescues: number[] = [];
  for (let round = 0; round < 200; round += 1) {
    const rescuing = millisecondsOf(
      () => void rescueRotation(running, { disruption: { ...disruption, slots: [...disruption.slots] }, from: 2 }),
    );
    rescues.push(rescuing / millisecondsOf(() => check(first)));
  }
  const note = `${briefs.length} events of 8 groups, every plan checked`;
  return [
    { name: 'plan of a rotation / its check', value: quantile(ratios, 0.5), unit: '', ceiling: 8, note },
    {
      name: 'rescue of a rotation / its check',
      value: quantile(rescues, 0.5),
      unit: '',
      ceiling: 15,
      note: 'one of eight visitors lost from the third slot on',
    },
  ];
}

function planned(brief: RotationBrief): RotationToCheck {
  const result = planRotation(brief);
  if (!result.possible) throw new Error('an event of the bench cannot be planned');
  return { brief, ...result };
}

function check(rotation: RotationToCheck): void {
  const faults = checkRotation(rotation);
  if (faults.length > 0) throw new Error(faults.join('; '));
}

function millisecondsOf(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

import { applyChange, type Change, type Remedy } from './apply-change.ts';
import type { Clash } from './clashes.ts';
import { planRotation } from './plan.ts';
import type { RotationBrief } from './shape.ts';

/** Each round moves one limit; a brief that needs more is another event. */
const mostRounds = 24;

/**
 * Moves whatever limit clashes, by what is missing, until a plan can be made; then drops every change that is not needed
 * after all. Empty when that does not end.
 */
export function stepwise(brief: RotationBrief): Remedy[] {
  const changes: Change[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const moved = changes.reduce(applyChange, brief);
    const tried = planRotation(moved);
    if (tried.possible) return [pruned(brief, changes)];
    const [clash] = tried.clashes;
    if (!clash) return [];
    changes.push(answerTo(clash, moved));
  }
  return [];
}

function pruned(brief: RotationBrief, changes: readonly Change[]): Remedy {
  let kept = [...changes];
  for (const change of changes) {
    const without = kept.filter((one) => one !== change);
    if (planRotation(without.reduce(applyChange, brief)).possible) kept = without;
  }
  return merged(kept);
}

/** Changes of the same limit as one. */
function merged(changes: readonly Change[]): Remedy {
  const byLimit = new Map<string, Change>();
  for (const change of changes) {
    const { by: _by, to: _to, ...limit } = { by: 0, to: 0, ...change };
    const key = JSON.stringify(limit);
    const before = byLimit.get(key);
    byLimit.set(key, before && 'by' in before && 'by' in change ? { ...change, by: before.by + change.by } : change);
  }
  return [...byLimit.values()];
}

/** What removes one clash. */
function answerTo(clash: Clash, brief: RotationBrief): Change {
  switch (clash.clash) {
    case 'slots':
      return { change: 'slots', by: clash.need - clash.have };
    case 'rooms':
      return { change: 'rooms', by: 1 };
    case 'organisation-slots': {
      const { organisation, need, have } = clash;
      const missing = brief.slots.length - have;
      return missing > 0 ? { change: 'organisation-stays', organisation, by: missing } : { change: 'slots', by: need - have };
    }
    case 'organisation-places':
      return {
        change: 'organisation-places',
        organisation: clash.organisation,
        by: clash.need - clash.have,
        to: clash.need,
      };
    case 'sizes':
      return brief.size.min > 2
        ? { change: 'smallest-group', to: brief.size.min - 1 }
        : { change: 'largest-group', to: brief.size.max + 1 };
    case 'adults':
      return { change: 'adults', school: mostLed(brief), by: 1 };
    case 'lone-pupil':
      return { change: 'pupils', school: clash.school, to: 2 };
    case 'mixed':
      return { change: 'mixed', to: clash.have };
    case 'together':
      if (clash.what === 'timetable') return { change: 'slots', by: 1 };
      return brief.mixed > 1 ? { change: 'mixed', to: brief.mixed - 1 } : { change: 'largest-group', to: brief.size.max + 1 };
  }
}

/** The school with the most pupils to each adult it already sends. */
function mostLed({ schools }: RotationBrief): string {
  const [most] = [...schools].sort((a, b) => b.pupils / (b.adults.length + 1) - a.pupils / (a.adults.length + 1));
  return most?.school ?? '';
}

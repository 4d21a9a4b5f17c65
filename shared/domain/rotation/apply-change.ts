import type { RotationBrief } from './shape.ts';

/** One limit moved. `by` is how many more; `to` is the limit's new value. */
export type Change =
  /** More slots after the last, with everybody who is there in the last. */
  | { readonly change: 'slots'; readonly by: number }
  /** More rooms, free in every slot. */
  | { readonly change: 'rooms'; readonly by: number }
  | { readonly change: 'largest-group' | 'smallest-group' | 'groups' | 'mixed'; readonly to: number }
  /** The organisation is there in all slots: `by` more than now. */
  | { readonly change: 'organisation-stays'; readonly organisation: string; readonly by: number }
  | { readonly change: 'organisation-places'; readonly organisation: string; readonly by: number; readonly to: number }
  /** More adults of this school who lead a group. */
  | { readonly change: 'adults'; readonly school: string; readonly by: number }
  | { readonly change: 'pupils'; readonly school: string; readonly to: number };

/** Changes that together make a rotation possible; most often one. */
export type Remedy = readonly Change[];

/** A brief with one limit moved. */
export function applyChange(brief: RotationBrief, change: Change): RotationBrief {
  const all = brief.slots.map((_, slot) => slot);
  switch (change.change) {
    case 'slots':
      return withSlots(brief, change.by);
    case 'rooms': {
      const more = Array.from({ length: change.by }, (_, index) => ({ room: `+${brief.rooms.length + index + 1}`, slots: all }));
      return { ...brief, rooms: [...brief.rooms, ...more] };
    }
    case 'largest-group':
      return { ...brief, size: { ...brief.size, max: change.to } };
    case 'smallest-group':
      return { ...brief, size: { ...brief.size, min: change.to } };
    case 'groups':
      return { ...brief, groups: change.to };
    case 'mixed':
      return { ...brief, mixed: change.to };
    case 'organisation-stays':
      return withOrganisation(brief, change.organisation, { slots: all });
    case 'organisation-places':
      return withOrganisation(brief, change.organisation, { places: change.to });
    case 'adults': {
      const more = Array.from({ length: change.by }, (_, index) => `+${index + 1}`);
      return withSchool(brief, change.school, ({ adults }) => ({ adults: [...adults, ...more] }));
    }
    case 'pupils':
      return withSchool(brief, change.school, () => ({ pupils: change.to }));
  }
}

/** The same hours for planning's sake: the times of a further slot are the organiser's to choose. */
function withSlots(brief: RotationBrief, by: number): RotationBrief {
  const last = brief.slots.length - 1;
  const more = Array.from({ length: by }, (_, index) => last + 1 + index);
  const stay = <T extends { readonly slots: number[] }>(one: T): T =>
    one.slots.includes(last) ? { ...one, slots: [...one.slots, ...more] } : one;
  return {
    ...brief,
    slots: [...brief.slots, ...more.map(() => ({ starts: '23:59', ends: '23:59' }))],
    organisations: brief.organisations.map(stay),
    rooms: brief.rooms.map(stay),
  };
}

type Part<K extends 'organisations' | 'schools'> = RotationBrief[K][number];

function withOrganisation(brief: RotationBrief, id: string, parts: Partial<Part<'organisations'>>): RotationBrief {
  const organisations = brief.organisations.map((one) => (one.organisation === id ? { ...one, ...parts } : one));
  return { ...brief, organisations };
}

function withSchool(brief: RotationBrief, id: string, parts: (one: Part<'schools'>) => Partial<Part<'schools'>>): RotationBrief {
  return { ...brief, schools: brief.schools.map((one) => (one.school === id ? { ...one, ...parts(one) } : one)) };
}

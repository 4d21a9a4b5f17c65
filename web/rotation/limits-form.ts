import type { Booking, Event } from '#shared/domain/event.ts';
import type { Rotation } from '#shared/domain/rotation/shape.ts';
import type { RotationBrief } from '#shared/domain/rotation/shape.ts';
import { type Filled, formState } from '../filled.ts';
import { form, type FormState, hiddenField, numberField, textareaField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { pathOf } from '../paths.ts';
import { rotationContent as words } from './content.en.ts';

type Params = {
  readonly event: Event;
  readonly bookings: readonly Booking[];
  readonly rotation: Rotation | undefined;
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** The form that makes a plan: the limits as they were typed, as the plan has them, or as most events have them. */
export function limitsForm({ event, bookings, rotation, requestKey, filled }: Params): Html {
  const { fields } = words;
  const values = rotation ? typedFor(rotation.brief) : usual(bookings);
  const state = filled ?? { ...formState(undefined), values: valuesOf(values) };
  const field = (path: keyof typeof fields, hint?: string) => ({ ...state, path, label: fields[path], hint });
  const body = html`${hiddenField('requestKey', requestKey)}
${textField({ ...field('starts', fields.startsHint), width: 5, spellcheck: false })}
${numberField(field('slots', fields.slotsHint))}
${numberField(field('minutes'))}
${numberField(field('between'))}
${numberField({ ...field('breakAfter'), optional: true })}
${numberField({ ...field('breakMinutes'), optional: true })}
${textareaField({ ...field('rooms', fields.roomsHint), rows: 5 })}
${textareaField({ ...field('adults', fields.adultsHint), rows: 8 })}
${textareaField({ ...field('away', fields.awayHint), rows: 3, optional: true })}
${numberField(field('smallest'))}
${numberField(field('largest'))}
${numberField({ ...field('groups', fields.groupsHint), optional: true })}
${numberField(field('mixed'))}`;
  const action = pathOf('/organiser/editions/{edition}/events/{event}/rotation', { edition: event.edition, event: event.event });
  return form({ action, body, submit: words.make });
}

type Typed = Readonly<Record<string, string | number | undefined>>;

function valuesOf(typed: Typed): FormState['values'] {
  return Object.fromEntries(
    Object.entries(typed).flatMap(([name, value]) => (value === undefined ? [] : [[name, [String(value)]]])),
  );
}

function usual(bookings: readonly Booking[]): Typed {
  const adults = bookings.map(({ schoolName }) => `${schoolName}: `).join('\n');
  return { minutes: 20, between: 5, smallest: 8, largest: 15, mixed: Math.min(2, Math.max(1, bookings.length)), adults };
}

/** What somebody would have typed for this brief. */
function typedFor({ slots, breaks, rooms, organisations, schools, size, groups, mixed }: RotationBrief): Typed {
  const all = slots.length;
  const there = (name: string, at: readonly number[]) =>
    at.length === all ? name : `${name}: ${(at[0] ?? 0) + 1}-${(at.at(-1) ?? 0) + 1}`;
  const [rest] = breaks;
  const moves = slots.slice(1).flatMap((one, index) => {
    const before = slots[index]?.ends ?? one.starts;
    return rest && rest.starts >= before && rest.ends <= one.starts ? [] : [minutesOf(one.starts) - minutesOf(before)];
  });
  return {
    starts: slots[0]?.starts,
    slots: all,
    minutes: minutesOf(slots[0]?.ends ?? '') - minutesOf(slots[0]?.starts ?? ''),
    between: moves[0] ?? 0,
    breakAfter: rest && slots.filter(({ ends }) => ends <= rest.starts).length,
    breakMinutes: rest && minutesOf(rest.ends) - minutesOf(rest.starts),
    rooms: rooms.map(({ room, slots: at }) => there(room, at)).join('\n'),
    adults: schools.flatMap(({ name, adults }) => adults.map((adult) => `${name}: ${adult}`)).join('\n'),
    away: organisations
      .filter(({ slots: at }) => at.length < all)
      .map(({ name, slots: at }) => there(name, at))
      .join('\n'),
    smallest: size.min,
    largest: size.max,
    groups,
    mixed,
  };
}

function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
}

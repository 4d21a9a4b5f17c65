import * as z from 'zod/mini';
import { AppError, type Issue } from '../../kernel/errors.ts';
import { count, line } from '../fields.ts';
import { mostWithOneAdult } from '../supervision.ts';
import type { RotationBrief } from './shape.ts';

const list = (missing: string) => z.string(missing).check(z.maxLength(4000, 'Use 4,000 characters or fewer'));
const atLeast = (missing: string, max: number) => count(missing, max, 1);

/** What an organiser sends to have a rotation planned. The lists have one thing on each line; slots are counted from 1. */
export const rotationForm = z
  .strictObject({
    starts: z
      .string('Enter when the first slot starts, like 09:15')
      .check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'Enter a time, like 09:15')),
    slots: atLeast('Enter how many slots there are', 20),
    minutes: count('Enter how long a slot is', 180, 5),
    between: count('Enter how long moving takes', 60),
    breakAfter: z.optional(atLeast('Enter after which slot the break comes', 19)),
    breakMinutes: z.optional(count('Enter how long the break is', 120, 5)),
    rooms: list('Enter the rooms'),
    adults: list('Enter the adults who lead the groups'),
    away: z.optional(list('Enter who is not there all the time')),
    smallest: count('Enter the fewest pupils in a group', 60, 2),
    largest: count('Enter the most pupils in a group', 60, 2).check(
      z.maximum(mostWithOneAdult, `One adult leads each group: enter at most ${mostWithOneAdult} pupils`),
    ),
    groups: z.optional(atLeast('Enter how many groups there are', 40)),
    mixed: atLeast('Enter how many schools a group must have', 10),
  })
  .check(
    z.refine((form) => form.smallest <= form.largest, {
      message: 'The most pupils must not be fewer than the fewest',
      path: ['largest'],
    }),
    z.refine((form) => form.breakAfter === undefined || form.breakAfter < form.slots, {
      message: 'The break must come before the last slot',
      path: ['breakAfter'],
    }),
    z.refine((form) => (form.breakAfter === undefined) === (form.breakMinutes === undefined), {
      message: 'Enter when the break is and how long, or neither',
      path: ['breakMinutes'],
    }),
  );
export type RotationForm = z.infer<typeof rotationForm>;

/** Who takes part, as it stands with the event. */
export type RotationParts = {
  readonly bookings: readonly { readonly urn: string; readonly schoolName: string; readonly pupils: number }[];
  readonly organisations: readonly { readonly organisation: string; readonly name: string; readonly placesPerWorkshop: number }[];
};

/** The brief that a form and an event make. Invalid `rotation-unclear` with what there is to mend, line by line. */
export function briefOf(form: RotationForm, { bookings, organisations }: RotationParts): RotationBrief {
  const issues: Issue[] = [];
  const times = timesOf(form, issues);
  const all = times.slots.map((_, slot) => slot);
  const stays = (text: string, path: string, names: readonly string[]) => staysOf(text, { path, names, slots: all, issues });
  const rooms = stays(form.rooms, 'rooms', []);
  const away = stays(
    form.away ?? '',
    'away',
    organisations.map(({ name }) => name),
  );
  const adults = adultsOf(
    form.adults,
    bookings.map(({ schoolName }) => schoolName),
    issues,
  );
  if (rooms.size === 0) issues.push({ path: 'rooms', message: 'Enter the rooms' });
  if (bookings.length === 0) issues.push({ path: '', message: 'Book the schools first' });
  if (issues.length > 0) throw new AppError('invalid', 'rotation-unclear', 'There is a problem with what you sent.', issues);
  return {
    schools: bookings.map(({ urn, schoolName, pupils }) => ({
      school: urn,
      name: schoolName,
      pupils,
      adults: adults.get(keyOf(schoolName)) ?? [],
    })),
    organisations: organisations.map(({ organisation, name, placesPerWorkshop }) => ({
      organisation,
      name,
      places: placesPerWorkshop,
      slots: away.get(keyOf(name))?.slots ?? all,
    })),
    rooms: [...rooms.values()].map(({ name, slots }) => ({ room: name, slots })),
    ...times,
    ...(form.groups === undefined ? {} : { groups: form.groups }),
    size: { min: form.smallest, max: form.largest },
    mixed: form.mixed,
  };
}

function timesOf(form: RotationForm, issues: Issue[]): Pick<RotationBrief, 'slots' | 'breaks'> {
  const [hours = 0, minutes = 0] = form.starts.split(':').map(Number);
  let at = hours * 60 + minutes;
  const slots: RotationBrief['slots'] = [];
  const breaks: RotationBrief['breaks'] = [];
  for (let slot = 1; slot <= form.slots; slot += 1) {
    slots.push({ starts: clock(at), ends: clock(at + form.minutes) });
    at += form.minutes;
    if (slot === form.breakAfter && form.breakMinutes !== undefined) {
      breaks.push({ name: 'Break', starts: clock(at), ends: clock(at + form.breakMinutes) });
      at += form.breakMinutes;
    } else at += form.between;
  }
  if (at - form.between > 24 * 60 - 1) issues.push({ path: 'slots', message: 'The last slot must end before midnight' });
  return { slots, breaks };
}

function clock(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}`;
}

type Stay = { readonly name: string; readonly slots: number[] };
type Reading = {
  readonly path: string;
  readonly names: readonly string[];
  readonly slots: readonly number[];
  readonly issues: Issue[];
};

/** Lines such as `Library` or `Library: 1-3`: a name, and the slots it is there for. `names` are those it may be; none means any. */
function staysOf(text: string, { path, names, slots, issues }: Reading): Map<string, Stay> {
  const stays = new Map<string, Stay>();
  for (const one of linesOf(text)) {
    const [, name = one, from, to] = /^(.*\S)\s*:\s*(\d{1,2})(?:\s*[-–]\s*(\d{1,2}))?$/.exec(one) ?? [];
    const there = from === undefined ? [...slots] : slots.filter((slot) => slot >= Number(from) - 1 && slot < Number(to ?? from));
    const readable = line(path).safeParse(name);
    if (!readable.success) issues.push({ path, message: 'Use ordinary names, one on each line' });
    else if (stays.has(keyOf(name))) issues.push({ path, message: 'Enter each name once' });
    else if (names.length > 0 && !names.some((known) => keyOf(known) === keyOf(name))) {
      issues.push({ path, message: 'Use the organisations’ names as they stand above' });
    } else stays.set(keyOf(name), { name: readable.data, slots: there });
  }
  return stays;
}

/** Lines such as `Alder Bank Primary School: Ms Fictional`, by school. */
function adultsOf(text: string, schools: readonly string[], issues: Issue[]): Map<string, string[]> {
  const adults = new Map<string, string[]>();
  for (const one of linesOf(text)) {
    const [school = '', ...rest] = one.split(':');
    const name = line('adults', 100).safeParse(rest.join(':'));
    if (!schools.some((known) => keyOf(known) === keyOf(school)) || !name.success) {
      issues.push({ path: 'adults', message: 'Write each line as: name of a booked school: name of the adult' });
    } else adults.set(keyOf(school), [...(adults.get(keyOf(school)) ?? []), name.data]);
  }
  return adults;
}

function linesOf(text: string): string[] {
  return text
    .split(/\r?\n/)
    .map((one) => one.trim())
    .filter((one) => one !== '');
}

function keyOf(name: string): string {
  return name.trim().toLowerCase();
}

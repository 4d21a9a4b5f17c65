import * as z from 'zod/mini';
import { AppError } from '../kernel/errors.ts';
import { sameAnswers } from '../kernel/text.ts';
import { dayInWords, daysAfter, localDate, type Instant } from '../kernel/time.ts';
import type { Decision } from './decision.ts';
import { type Edition, halfDaysOf, isWeekday, keptMonths } from './edition.ts';
import { count, emailAddress, line, optionalLine, optionalLines, slug, telephone } from './fields.ts';
import { changedSettings } from './vocabulary.ts';
import { weekForm } from './week-form.ts';
import { unusual } from './week-settings.ts';

const day = z.pipe(
  z.string('Enter a date, like 2025-03-03'),
  z.string().check(z.refine((text) => localDate.safeParse(text).success, 'Enter a real date, like 2025-03-03')),
);

/** Days, one to a line or parted by commas, and stretches such as `2025-02-17 to 2025-02-21`; none of them twice, in order. */
const dayList = z.pipe(
  z._default(z.array(z.string()), []),
  z.pipe(
    z.transform((typed: string[]) =>
      [...new Set(typed.flatMap((one) => withStretches(one).split(/[\s,;]+/)).filter((one) => one !== ''))].sort(),
    ),
    z
      .array(z.string().check(z.refine((text) => localDate.safeParse(text).success, 'Enter real dates, like 2025-03-03')))
      .check(z.maxLength(60, 'Enter at most 60 days')),
  ),
);

/** Writes a stretch of days out as its weekdays: the weekend is closed anyway. One that cannot be is left for the list to refuse. */
function withStretches(text: string): string {
  return text.replace(/(\d{4}-\d{2}-\d{2})\s+to\s+(\d{4}-\d{2}-\d{2})/g, (stretch, from: string, until: string) => {
    const [first, last] = [localDate.safeParse(from), localDate.safeParse(until)];
    if (!first.success || !last.success || last.data < first.data || last.data > daysAfter(first.data, 100)) return stretch;
    const days: string[] = [];
    for (let day = first.data; day <= last.data; day = daysAfter(day, 1)) {
      if (isWeekday(day)) days.push(day);
    }
    return days.join(' ');
  });
}

const plan = {
  name: line('Enter the edition’s name'),
  starts: day,
  ends: day,
  registrationOpens: day,
  registrationCloses: day,
  surveyCloses: day,
};

/** What an organiser sends to set up one year's run. */
export const editionForm = z.strictObject({ edition: slug, programme: slug, ...plan }).check(...planRules());

/** What an admin sends to change an edition's settings; `version` is the one they saw. */
export const settingsForm = z
  .strictObject({
    ...plan,
    version: z.int('Reload the page'),
    closedDays: dayList,
    welcome: optionalLines(600),
    safeguardingLead: z.optional(z.strictObject({ name: optionalLine(100), email: z.optional(emailAddress), telephone })),
    keepMonths: z.optional(count('Enter how many months', keptMonths, 1)),
    ...weekForm,
  })
  .check(...planRules());
export type SettingsForm = z.infer<typeof settingsForm>;

/** What an admin sends to plan the next edition after this one, with its settings and its team. */
export const cloneForm = z.strictObject({ edition: slug, ...plan }).check(...planRules());
export type CloneForm = z.infer<typeof cloneForm>;

type Plan = z.infer<z.ZodMiniObject<typeof plan>>;

function planRules() {
  const rule = (holds: (form: Plan) => boolean, message: string, path: keyof Plan) =>
    z.refine<Plan>(holds, { message, path: [path] });
  return [
    rule((form) => form.starts <= form.ends, 'The last day must not be before the first', 'ends'),
    rule(
      (form) => form.registrationOpens <= form.registrationCloses,
      'Registration must close after it opens',
      'registrationCloses',
    ),
    rule((form) => form.surveyCloses >= form.ends, 'The survey must close after the last day', 'surveyCloses'),
    rule((form) => !(form.ends > addYear(form.starts)), 'An edition lasts at most a year', 'ends'),
  ] as const;
}

function addYear(text: string): string {
  return `${Number(text.slice(0, 4)) + 1}${text.slice(4)}`;
}

/** A new edition in draft. */
export function planEdition(form: z.infer<typeof editionForm>): Edition {
  return { edition: form.edition, programme: form.programme, ...planOf(form), state: 'draft', version: 1 };
}

function planOf({ name, starts, ends, registrationOpens, registrationCloses, surveyCloses }: Plan) {
  return {
    name,
    starts: localDate.parse(starts),
    ends: localDate.parse(ends),
    registrationOpens: localDate.parse(registrationOpens),
    registrationCloses: localDate.parse(registrationCloses),
    surveyCloses: localDate.parse(surveyCloses),
  };
}

/** The next edition after one, in draft: its own dates, the words, the safeguarding lead and the rules of the one before. */
export function cloneEdition(before: Edition, form: CloneForm): Edition {
  const { programme, welcome, safeguardingLead, keepMonths, hours, waiting, asking } = before;
  const kept = { welcome, safeguardingLead, keepMonths, hours, waiting, asking };
  return { edition: form.edition, programme, ...planOf(form), ...kept, state: 'draft', version: 1 };
}

type Change = { readonly form: SettingsForm; readonly usedHalfDays: readonly string[]; readonly now: Instant };

/**
 * Changes an edition's settings. The same again changes nothing. Conflicts: `edition-changed` when somebody changed them
 * since the form was shown, `days-in-use` when events stand on days that it would lose, `edition-over` once it is reported.
 */
export function changeEdition(current: Edition, { form, usedHalfDays, now }: Change): Decision<Edition> {
  const { version, closedDays, welcome, safeguardingLead, keepMonths = keptMonths } = form;
  const days = closedDays.map((date) => localDate.parse(date));
  const own = { closedDays: days, welcome, safeguardingLead, keepMonths };
  const next = { ...current, ...planOf(form), ...own, ...unusual(form) };
  const changed = changedSettings.filter(
    (field) => !sameAnswers([field], { closedDays: [], keepMonths: keptMonths, ...current }, next),
  );
  if (changed.length === 0) return { state: current, facts: [] };
  if (current.state === 'reported')
    throw new AppError('conflict', 'edition-over', 'This edition is over: its settings stay as they are.');
  if (version !== current.version) {
    throw new AppError('conflict', 'edition-changed', 'Somebody else changed these settings while you were looking at them.');
  }
  requireDaysOf(next, usedHalfDays);
  return {
    state: { ...next, changedAt: now, version: current.version + 1 },
    facts: [{ type: 'edition.changed.v1', data: { changed, version: current.version + 1 } }],
  };
}

function requireDaysOf(next: Edition, used: readonly string[]): void {
  const slots = new Set(halfDaysOf(next));
  const lost = [...new Set(used.filter((one) => !slots.has(one)).map((one) => dayInWords(localDate.parse(one.slice(0, 10)))))];
  if (lost.length === 0) return;
  const message = `Events take place on ${lost.join(' and ')}. Move or cancel them first.`;
  throw new AppError('conflict', 'days-in-use', message, [{ path: 'starts', message }]);
}

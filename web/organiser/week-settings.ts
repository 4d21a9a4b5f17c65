import { holding, type WeekSettings } from '#shared/domain/week-settings.ts';
import { fieldGroup, type FormState, type FormValues, numberField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { sayNumber } from '../say.ts';
import { settingsContent as words } from './settings.en.ts';

/** The fields of the week's own rules: its hours, its waiting lists, and how people are invited. */
export function weekFields(state: FormState): Html {
  const times = Object.entries(words.hours).map(([name, label]) =>
    textField({ ...state, path: `hours.${name}`, label, width: 5, spellcheck: false }),
  );
  const numbers = (path: string, labels: Readonly<Record<string, string>>) =>
    Object.entries(labels).map(([name, label]) => numberField({ ...state, path: `${path}.${name}`, label }));
  return html`${fieldGroup({ ...state, path: 'hours', label: words.slots, hint: words.slotsHint, body: html`${times}` })}
${fieldGroup({ ...state, path: 'waiting', label: words.waiting, hint: words.waitingHint, body: html`${numbers('waiting', words.waitingRules)}` })}
${fieldGroup({ ...state, path: 'asking', label: words.asking, hint: words.askingHint, body: html`${numbers('asking', words.askingRules)}` })}`;
}

/** What they are now, for the form. */
export function weekValues(edition: WeekSettings): FormValues {
  const { hours, waiting, asking } = holding(edition);
  const flat = (path: string, values: object) =>
    Object.entries(values).map(([name, value]) => [`${path}.${name}`, [String(value)]] as const);
  return Object.fromEntries([
    ...flat('hours.am', hours.am),
    ...flat('hours.pm', hours.pm),
    ...flat('waiting', waiting),
    ...flat('asking', asking),
  ]);
}

/** The same in words, for whoever may not change them. */
export function weekRows(edition: WeekSettings): (readonly [string, readonly string[]])[] {
  const { hours, waiting, asking } = holding(edition);
  const { inShort, waitingRules } = words;
  const rules = (['noPlaceYet', 'manyMeals', 'someMeals', 'perDay', 'holdHours'] as const).map(
    (name) => `${waitingRules[name]}: ${sayNumber(waiting[name])}`,
  );
  return [
    [words.slots, [hours.am, hours.pm].map(({ starts, ends }) => inShort.hours(starts, ends))],
    [words.waiting, rules],
    [words.asking, [inShort.asking(sayNumber(asking.most), sayNumber(asking.days))]],
  ];
}

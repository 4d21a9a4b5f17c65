import { yearGroups } from '#shared/domain/fields.ts';
import { anyHalfDay, fieldsOf, type JourneyKind, type StepName, type Typed } from '#shared/domain/journeys.ts';
import { safeguardingStatements } from '#shared/domain/safeguarding.ts';
import type { HtmlValue } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { linksContent } from '../links/content.en.ts';
import { sayHalfDays } from '../say.ts';
import { journeysContent } from './content.en.ts';

/** One answer in words: the field it is about, what that is called, and its lines; none where it was left empty. */
export type Answered = { readonly field: string; readonly key: string; readonly says: readonly HtmlValue[] };

const { rows: words } = linksContent.place;

/** The answers of one page, in words. */
export function answersOf(kind: JourneyKind, step: StepName, values: Typed): readonly Answered[] {
  return fieldsOf(kind, step).flatMap((field) => says[field]?.(values) ?? []);
}

const text =
  (key: string, field: string) =>
  (values: Typed): Answered[] => [{ field, key, says: filledIn(values[field]).flatMap((typed) => typed.trim().split('\n')) }];

const named =
  (key: string, field: string, names: Readonly<Record<string, string>>) =>
  (values: Typed): Answered[] => [{ field, key, says: filledIn(values[field]).map((one) => names[one] ?? one) }];

const yesNo = { yes: labels.yes, no: labels.no };

const says: Readonly<Record<string, (values: Typed) => readonly Answered[]>> = {
  contact: (values) =>
    (
      [
        ['name', words.name],
        ['jobTitle', words.jobTitle],
        ['email', words.email],
        ['telephone', words.telephone],
      ] as const
    ).flatMap(([part, key]) => text(key, `contact.${part}`)(values)),
  roles: named(words.roles, 'roles', labels.roles),
  hallCapacity: text(words.hall, 'hallCapacity'),
  cohorts: (values) => [
    {
      field: 'cohorts',
      key: words.pupils,
      says: yearGroups.flatMap((year) =>
        filledIn(values[`cohorts.${year}`]).map((count) => `${labels.years[year]}: ${count.trim()}`),
      ),
    },
  ],
  halfDays: (values) => {
    const chosen = filledIn(values['halfDays']);
    return [
      {
        field: 'halfDays',
        key: words.halfDays,
        says: chosen.includes(anyHalfDay) ? [journeysContent.hints.anyHalfDay] : sayHalfDays(chosen),
      },
    ];
  },
  accessNeeds: text(words.accessNeeds, 'accessNeeds'),
  wishes: text(words.wishes, 'wishes'),
  name: text(words.organisation, 'name'),
  sector: named(words.sector, 'sector', labels.sectors),
  sessionTitle: text(words.sessionTitle, 'sessionTitle'),
  formats: named(words.formats, 'formats', labels.formats),
  yearGroups: named(words.yearGroups, 'yearGroups', labels.years),
  needs: text(words.needs, 'needs'),
  workshopsPerHalfDay: text(words.workshops, 'workshopsPerHalfDay'),
  placesPerWorkshop: text(words.places, 'placesPerWorkshop'),
  colleagues: text(words.colleagues, 'colleagues'),
  safeguarding: (values) => [
    {
      field: 'safeguarding',
      key: words.safeguarding,
      says: safeguardingStatements.every((one) => values[`safeguarding.${one}`]?.[0] === 'yes') ? [words.safeguardingAgreed] : [],
    },
  ],
  publicCredit: named(words.publicCredit, 'publicCredit', yesNo),
  organisationName: text(words.organisation, 'organisationName'),
  offer: text(words.offer, 'offer'),
};

function filledIn(typed: readonly string[] | undefined): readonly string[] {
  return (typed ?? []).filter((one) => one.trim() !== '');
}

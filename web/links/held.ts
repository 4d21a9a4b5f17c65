import type { Contact } from '#shared/domain/fields.ts';
import type { Organisation } from '#shared/domain/organisation.ts';
import type { Registration } from '#shared/domain/registration.ts';
import type { Volunteer } from '#shared/domain/volunteer.ts';
import type { SummaryRow } from '../components/summary-list.ts';
import type { HtmlValue } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { lines } from '../prose.ts';
import { sayCohorts, sayHalfDays, sayList, sayNumber } from '../say.ts';
import { linksContent } from './content.en.ts';

const { rows: words } = linksContent.place;

/** One answer; nothing where it was left out. */
export function row(key: string, value: HtmlValue): SummaryRow | undefined {
  return value === undefined || value === ''
    ? undefined
    : { key: { text: key }, value: { html: lines(typeof value === 'string' ? value.split('\n') : [value]) } };
}

function listRow(key: string, values: readonly string[]): SummaryRow {
  return { key: { text: key }, value: { html: lines(values) } };
}

/** What a school told us. */
export function registrationRows(state: Registration): (SummaryRow | undefined)[] {
  return [
    row(words.school, state.schoolName),
    row(words.status, labels.states[state.state]),
    listRow(
      words.roles,
      state.roles.map((role) => labels.roles[role]),
    ),
    ...answerRows(state),
    ...contactRows(state.contact),
  ];
}

/** What a school can change of its answers. */
export function answerRows(state: Registration): (SummaryRow | undefined)[] {
  return [
    listRow(words.pupils, sayCohorts(state.cohorts)),
    row(words.hall, state.hallCapacity === undefined ? undefined : sayNumber(state.hallCapacity)),
    listRow(words.halfDays, sayHalfDays(state.halfDays)),
    row(words.accessNeeds, state.accessNeeds),
    row(words.wishes, state.wishes),
  ];
}

/** What an organisation told us. */
export function organisationRows(state: Organisation): (SummaryRow | undefined)[] {
  return [
    row(words.organisation, state.name),
    row(words.status, labels.states[state.state]),
    row(words.sector, labels.sectors[state.sector]),
    row(words.sessionTitle, state.sessionTitle),
    listRow(
      words.formats,
      state.formats.map((format) => labels.formats[format]),
    ),
    listRow(words.halfDays, sayHalfDays(state.halfDays)),
    row(words.workshops, sayNumber(state.workshopsPerHalfDay)),
    row(words.places, sayNumber(state.placesPerWorkshop)),
    row(words.yearGroups, sayList(state.yearGroups.map((year) => labels.years[year]))),
    row(words.needs, state.needs),
    row(words.colleagues, state.colleagues?.join('\n')),
    row(words.safeguarding, words.safeguardingAgreed),
    row(words.publicCredit, state.publicCredit ? labels.yes : labels.no),
    ...contactRows(state.contact),
  ];
}

/** What a volunteer told us. */
export function volunteerRows(state: Volunteer): (SummaryRow | undefined)[] {
  return [
    row(words.status, labels.states[state.state]),
    listRow(words.halfDays, sayHalfDays(state.halfDays)),
    row(words.offer, state.offer),
    row(words.organisation, state.organisationName),
    row(words.safeguarding, words.safeguardingAgreed),
    ...contactRows(state.contact),
  ];
}

/** How a contact is called and reached. */
export function contactRows({ name, jobTitle, email, telephone }: Contact): (SummaryRow | undefined)[] {
  return [row(words.name, name), row(words.jobTitle, jobTitle), row(words.email, email), row(words.telephone, telephone)];
}

import type { Booking, Event } from './event.ts';
import { type YearGroup, yearGroups } from './fields.ts';
import type { Offer } from './offer.ts';
import type { Organisation } from './organisation.ts';
import type { Registration } from './registration.ts';
import { saidByAll, saidTogether } from './pupils/counts.ts';
import type { ClassTotal } from './pupils/items.ts';
import { type AdultsSaid, adultsTogether } from './adults.ts';
import { adultInstruments, asksParents } from './instruments/adult-names.ts';
import { roundedQuotient } from './statistics/rounding.ts';
import { countedAnswer, type Response, statements, type StatementId } from './survey.ts';
import type { EditionTotal, EventTotal, SchoolTotal } from './totals.ts';

/*
 * Counts are recounted, never incremented: each level re-reads what is below it and overwrites its own row, so that
 * duplicates, reordering and replay cannot move a figure. event + school → edition.
 */

/** Recounts one event. It counts as held once a headcount above zero was taken in it; an organisation that declined or did not come was not there. */
export function countEvent(
  event: Event,
  bookings: readonly Booking[],
  offers: readonly Offer[] = [],
  classes: readonly ClassTotal[] = [],
  visitors?: AdultsSaid,
): EventTotal {
  const came = bookings.filter((one) => (one.attended ?? 0) > 0);
  const held = came.length > 0 && event.state !== 'cancelled';
  const declined = new Set(offers.filter(({ state, absent }) => state === 'declined' || absent).map(({ visitor }) => visitor));
  return {
    edition: event.edition,
    event: event.event,
    kind: event.kind,
    halfDay: event.halfDay,
    held,
    sessions: held ? event.sessions : 0,
    pupils: held ? sum(came.map((one) => one.attended ?? 0)) : 0,
    schools: held ? came.map((one) => one.urn).sort() : [],
    attendance: held ? came.map(headcountOf).sort((a, b) => a.urn.localeCompare(b.urn)) : [],
    host: event.host,
    organisations: event.organisations.filter((one) => !declined.has(one)).sort(),
    ...childrenOf(classes),
    ...(visitors ? { visitors } : {}),
  };
}

/** The school that a visit to an event counts for: its host, or the first that came. */
export function schoolVisited({ host, schools }: Pick<EventTotal, 'host' | 'schools'>): string | undefined {
  return host ?? schools[0];
}

function headcountOf({ urn: school, cohorts, attended = 0 }: Booking): { urn: string; years: YearGroup[]; pupils: number } {
  return { urn: school, years: yearGroups.filter((year) => (cohorts[year] ?? 0) > 0), pupils: attended };
}

/** What the children of some classes said, as a total holds it: nothing at all where none was asked. */
function childrenOf(classes: readonly ClassTotal[]): Pick<SchoolTotal, 'children'> {
  const children = saidTogether(classes.map(({ said }) => said).filter((said) => !asksParents(said)));
  return children.length > 0 ? { children } : {};
}

/** The same of their parents. */
function parentsOf(classes: readonly ClassTotal[]): Pick<SchoolTotal, 'parents'> {
  const [said] = saidTogether(classes.map((one) => one.said).filter(asksParents));
  return said ? { parents: { asked: said.asked, answered: said.answered, counts: said.counts } } : {};
}

/** Recounts one school from its registrations and answers, its children's among them. */
export function countSchool(
  key: { readonly edition: string; readonly urn: string },
  registrations: readonly Registration[],
  responses: readonly Response[],
  classes: readonly ClassTotal[] = [],
): SchoolTotal {
  const invited = registrations.filter((one) => one.surveyInvitedAt);
  const hosts = invited.filter((one) => one.surveyAbout?.some(({ host }) => host));
  return {
    edition: key.edition,
    urn: key.urn,
    pending: registrations.filter((one) => one.state === 'pending').length,
    confirmed: registrations.filter((one) => one.state === 'confirmed').length,
    invited: { hosting: hosts.length, enjoyed: invited.length, again: invited.length },
    respondents: {
      hosting: respondents(responses, 'hosting'),
      enjoyed: respondents(responses, 'enjoyed'),
      again: respondents(responses, 'again'),
    },
    answers: { hosting: spread(responses, 'hosting'), enjoyed: spread(responses, 'enjoyed'), again: spread(responses, 'again') },
    quotes: responses.flatMap((one) => (one.tookPart && one.quote && one.quoteConsent ? [one.quote] : [])).sort(),
    ...childrenOf(classes),
    ...parentsOf(classes),
  };
}

type Spread = SchoolTotal['answers']['enjoyed'];

function spread(responses: readonly Response[], statement: StatementId): Spread {
  const counts: Spread = [0, 0, 0, 0, 0];
  for (const response of responses) {
    const answer = countedAnswer(response, statement);
    if (answer) counts[answer - 1] = (counts[answer - 1] ?? 0) + 1;
  }
  return counts;
}

function respondents(responses: readonly Response[], statement: StatementId): number {
  const answered = responses.filter((one) => countedAnswer(one, statement) !== undefined);
  return new Set(answered.map(({ registration }) => registration)).size;
}

/** Rolls an edition up from its events and schools. A school took part if its pupils came to an event or it hosted one that was held. */
export function countEdition(edition: string, events: readonly EventTotal[], schools: readonly SchoolTotal[]): EditionTotal {
  const held = events.filter((one) => one.held);
  const hosts = new Set(held.flatMap((one) => (one.host ? [one.host] : [])));
  const children = saidByAll(schools);
  const adults = adultsIn(events, schools);
  const tookPart = new Set([...hosts, ...held.flatMap((one) => one.schools)]);
  return {
    edition,
    registrationsPending: sum(schools.map((one) => one.pending)),
    registrationsConfirmed: sum(schools.map((one) => one.confirmed)),
    schools: tookPart.size,
    hosts: hosts.size,
    organisations: new Set(held.flatMap((one) => one.organisations)).size,
    events: held.length,
    sessions: sum(held.map((one) => one.sessions)),
    pupilsFaceToFace: sum(held.filter((one) => one.kind !== 'online').map((one) => one.pupils)),
    pupilsOnline: sum(held.filter((one) => one.kind === 'online').map((one) => one.pupils)),
    statements: statements.map((statement) => statementFigureOf(statement, schools)),
    quotes: schools.flatMap((one) => one.quotes).sort(),
    ...(children.length > 0 ? { children } : {}),
    ...(adults.length > 0 ? { adults } : {}),
  };
}

function adultsIn(events: readonly EventTotal[], schools: readonly SchoolTotal[]) {
  const visits = events.map((one) => ({ urn: schoolVisited(one), said: one.visitors }));
  const homes = schools.map(({ urn: school, parents }) => ({ urn: school, said: parents }));
  return [...adultsTogether(adultInstruments.volunteers, visits), ...adultsTogether(adultInstruments.parents, homes)];
}

function statementFigureOf(statement: (typeof statements)[number], schools: readonly SchoolTotal[]) {
  const totals = [1, 2, 3, 4, 5].map((answer) => sum(schools.map((one) => one.answers[statement.id][answer - 1] ?? 0)));
  const n = sum(totals);
  const invited = sum(schools.map((one) => one.invited[statement.id]));
  const answered = sum(schools.map((one) => one.respondents[statement.id]));
  const points = sum(totals.map((answers, index) => answers * (index + 1)));
  return {
    statement: statement.id,
    text: statement.text,
    n,
    respondents: answered,
    invited,
    mean: n > 0 ? roundedQuotient(points, n) : undefined,
    responseRate: invited > 0 ? roundedQuotient(answered, invited) : undefined,
  };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}

/** The names to thank in public: organisations of events that were held, which agreed to it and have not withdrawn. */
export function creditsOf(events: readonly EventTotal[], organisations: readonly Organisation[]): string[] {
  const met = new Set(events.filter(({ held }) => held).flatMap((one) => one.organisations));
  const named = organisations.filter(
    ({ organisation, state, publicCredit }) => met.has(organisation) && state === 'confirmed' && publicCredit,
  );
  return [...new Set(named.map(({ name }) => name))].sort((a, b) => a.localeCompare(b, 'en-GB'));
}

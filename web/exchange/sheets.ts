import { type Contact, type Cohorts, yearGroups } from '#shared/domain/fields.ts';
import type { Booking, Event } from '#shared/domain/event.ts';
import type { HistoryEntry } from '#shared/domain/history.ts';
import type { Organisation } from '#shared/domain/organisation.ts';
import type { Registration } from '#shared/domain/registration.ts';
import type { Volunteer } from '#shared/domain/volunteer.ts';
import { type Cell, clockTime, type ColumnOf, type Sheet, sheetOf } from '#shared/kernel/sheets/sheet.ts';
import { canonicalJson } from '#shared/kernel/text.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Item } from '#shared/system/table.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { englishMailNames as mailNames } from '../mail-names.en.ts';
import { sayWhat, sayWho } from '../organiser/audit.ts';
import { exchangeContent } from './content.en.ts';

const { columns: words, lists } = exchangeContent;

type Columns<T> = Readonly<Record<string, ColumnOf<T>>>;
type State = Item<'address'>['state'];

/** What is known beside the rows themselves. */
export type Known = {
  /** Whether the mailbox of an email address takes mail. */
  readonly mailState: (email: string) => State | undefined;
  /** What organisations are called, by id. */
  readonly organisations: ReadonlyMap<string, string>;
  /** Addresses of the team's members by what an entry's `by` says. */
  readonly people: ReadonlyMap<string, string>;
};

/** Schools' registrations. */
export function registrationsSheet(rows: readonly Registration[], { mailState }: Known): Sheet {
  return sheetOf<Registration>(lists.registrations, rows, {
    [words.urn]: text(({ urn }) => urn),
    [words.school]: text(({ schoolName }) => schoolName),
    [words.state]: text(({ state }) => labels.states[state]),
    [words.roles]: text(({ roles }) => joined(roles.map((role) => labels.roles[role]))),
    ...cohortColumns(({ cohorts }) => cohorts),
    [words.hallCapacity]: number(({ hallCapacity }) => hallCapacity),
    [words.halfDays]: text(({ halfDays }) => joined(halfDays)),
    [words.accessNeeds]: text(({ accessNeeds }) => accessNeeds),
    [words.wishes]: text(({ wishes }) => wishes),
    ...contactColumns(({ contact }) => contact, mailState),
    [words.submittedAt]: moment(({ submittedAt }) => submittedAt),
    [words.confirmedAt]: moment(({ confirmedAt }) => confirmedAt),
    ...leaving,
  });
}

/** Organisations that signed up, in columns that an import reads again. */
export function organisationsSheet(rows: readonly Organisation[], { mailState }: Known): Sheet {
  return sheetOf<Organisation>(lists.organisations, rows, {
    [words.organisation]: text(({ name }) => name),
    [words.sector]: text(({ sector }) => labels.sectors[sector]),
    [words.sessionTitle]: text(({ sessionTitle }) => sessionTitle),
    [words.formats]: text(({ formats }) => joined(formats.map((format) => labels.formats[format]))),
    [words.halfDays]: text(({ halfDays }) => joined(halfDays)),
    [words.workshopsPerHalfDay]: number(({ workshopsPerHalfDay }) => workshopsPerHalfDay),
    [words.placesPerWorkshop]: number(({ placesPerWorkshop }) => placesPerWorkshop),
    [words.yearGroups]: text((one) => joined(one.yearGroups.map((year) => labels.years[year]))),
    [words.needs]: text(({ needs }) => needs),
    [words.publicCredit]: text(({ publicCredit }) => (publicCredit ? labels.yes : labels.no)),
    ...contactColumns(({ contact }) => contact, mailState),
    [words.state]: text(({ state }) => labels.states[state]),
    [words.signedUpAt]: moment(({ signedUpAt }) => signedUpAt),
    [words.confirmedAt]: moment(({ confirmedAt }) => confirmedAt),
    ...leaving,
  });
}

/** Volunteers who signed up. */
export function volunteersSheet(rows: readonly Volunteer[], { mailState, organisations }: Known): Sheet {
  return sheetOf<Volunteer>(lists.volunteers, rows, {
    ...contactColumns(({ contact }) => contact, mailState),
    [words.organisation]: text(({ organisation, organisationName }) => organisations.get(organisation ?? '') ?? organisationName),
    [words.halfDays]: text(({ halfDays }) => joined(halfDays)),
    [words.offer]: text(({ offer }) => offer),
    [words.state]: text(({ state }) => labels.states[state]),
    [words.signedUpAt]: moment(({ signedUpAt }) => signedUpAt),
    [words.confirmedAt]: moment(({ confirmedAt }) => confirmedAt),
    ...leaving,
  });
}

/** Events. */
export function eventsSheet(rows: readonly Event[], { organisations }: Known): Sheet {
  return sheetOf<Event>(lists.events, rows, {
    [words.eventReference]: text(({ event }) => event),
    [words.event]: text(({ title }) => title),
    [words.kind]: text(({ kind }) => labels.kinds[kind]),
    [words.state]: text(({ state }) => labels.eventStates[state]),
    ...whenColumns(({ halfDay }) => halfDay),
    [words.host]: text(({ host }) => host),
    [words.venue]: text(({ venue }) => venue),
    [words.organisations]: text((one) => joined(one.organisations.map((id) => organisations.get(id) ?? id))),
    [words.sessions]: number(({ sessions }) => sessions),
    [words.places]: number(({ places }) => places),
    [words.placesFree]: number(({ placesFree }) => placesFree),
    [words.cancelledAt]: moment(({ cancelledAt }) => cancelledAt),
    [words.reason]: text(({ cancellationReason }) => cancellationReason),
  });
}

/** Schools' places at events, with who came. */
export function bookingsSheet(rows: readonly { readonly booking: Booking; readonly event: Event }[]): Sheet {
  return sheetOf<(typeof rows)[number]>(lists.bookings, rows, {
    [words.eventReference]: text(({ event }) => event.event),
    [words.event]: text(({ event }) => event.title),
    ...whenColumns(({ event }) => event.halfDay),
    [words.urn]: text(({ booking }) => booking.urn),
    [words.school]: text(({ booking }) => booking.schoolName),
    ...cohortColumns(({ booking }) => booking.cohorts),
    [words.attended]: number(({ booking }) => booking.attended),
    [words.bookedAt]: moment(({ booking }) => booking.bookedAt),
    [words.attendanceAt]: moment(({ booking }) => booking.attendanceAt),
  });
}

/** Mails and what became of them. */
export function mailsSheet(rows: readonly Item<'mail'>[]): Sheet {
  return sheetOf<Item<'mail'>>(lists.mails, rows, {
    [words.mail]: text(({ mail }) => mail),
    [words.template]: text(({ template }) => mailNames[template]),
    [words.to]: text(({ to }) => to),
    [words.state]: text(({ state }) => labels.mails[state]),
    [words.takenInHandAt]: moment(({ claimedAt }) => claimedAt),
    [words.sentAt]: moment(({ sentAt }) => sentAt),
    [words.attempts]: number(({ attempts }) => attempts),
    [words.problem]: text(({ problem }) => problem),
  });
}

/** Who changed or looked at what. */
export function auditSheet(rows: readonly HistoryEntry[], { people }: Known): Sheet {
  return sheetOf<HistoryEntry>(lists.audit, rows, {
    [words.when]: moment(({ at }) => at),
    [words.who]: text(({ by }) => sayWho(by, people)),
    [words.what]: text(({ what }) => sayWhat(what)),
    [words.about]: text(({ subject }) => subject),
    [words.details]: text(({ details }) => canonicalJson(details)),
  });
}

const leaving: Columns<Pick<Registration, 'withdrawnAt' | 'withdrawalReason'>> = {
  [words.withdrawnAt]: moment(({ withdrawnAt }) => withdrawnAt),
  [words.reason]: text(({ withdrawalReason }) => withdrawalReason),
};

function contactColumns<T>(of: (row: T) => Contact, mailState: Known['mailState']): Columns<T> {
  return {
    [words.name]: text((row) => of(row).name),
    [words.jobTitle]: text((row) => of(row).jobTitle),
    [words.email]: text((row) => of(row).email),
    [words.telephone]: text((row) => of(row).telephone),
    [words.emailState]: text((row) => {
      const state = mailState(of(row).email);
      return state && labels.mails[state];
    }),
  };
}

function cohortColumns<T>(of: (row: T) => Cohorts): Columns<T> {
  const years = yearGroups.map((year) => [labels.years[year], number<T>((row) => of(row)[year])] as const);
  return {
    ...Object.fromEntries(years),
    [words.pupils]: number((row) => yearGroups.reduce((sum, year) => sum + (of(row)[year] ?? 0), 0)),
  };
}

function whenColumns<T>(halfDayOf: (row: T) => string): Columns<T> {
  return {
    [words.day]: ['day', (row) => halfDayOf(row).slice(0, 10)],
    [words.half]: text((row) => labels.half[halfDayOf(row).endsWith('-pm') ? 'pm' : 'am']),
  };
}

function text<T>(read: (row: T) => string | undefined): ColumnOf<T> {
  return ['text', read];
}

function number<T>(read: (row: T) => number | undefined): ColumnOf<T> {
  return ['number', read];
}

function moment<T>(read: (row: T) => Instant | undefined): ColumnOf<T> {
  return [
    'moment',
    (row): Cell => {
      const at = read(row);
      return at && clockTime(at);
    },
  ];
}

function joined(values: readonly string[]): string {
  return values.join('; ');
}

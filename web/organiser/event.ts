import type { Booking, Event } from '#shared/domain/event.ts';
import { type EventStage, stageOf } from '#shared/domain/event-stage.ts';
import type { Offer } from '#shared/domain/offer.ts';
import type { Registration } from '#shared/domain/registration.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { cohortFields } from '../cohort-fields.ts';
import { button } from '../components/button.ts';
import { input } from '../components/input.ts';
import { summaryList } from '../components/summary-list.ts';
import { type Filled, formState } from '../filled.ts';
import { fieldErrors, form, hiddenField, selectField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { pathOf } from '../paths.ts';
import { heading2, lines, narrow, paragraph } from '../prose.ts';
import { sayWhen, timetableLines } from '../arrival/rows.ts';
import { sayCohorts, sayMoment, sayNumber } from '../say.ts';
import { eventsContent } from './events.en.ts';
import { clashList, type ClashSeen } from './clashes.ts';
import { type Console, consolePage, listTable, may } from './frame.ts';
import { eventWays } from './event-ways.ts';
import { workshopsTable } from './workshops.ts';

const { event: words } = eventsContent;

type EventParams = Console & {
  readonly event: Event;
  readonly bookings: readonly Booking[];
  /** The places offered to organisations and volunteers, with what they answered. */
  readonly replies: readonly { readonly offer: Offer; readonly name: string }[];
  /** The schools that can be booked: those that have confirmed. */
  readonly registrations: readonly Registration[];
  readonly clashes?: readonly ClashSeen[];
  readonly now: Instant;
  /** Makes a repeated post harmless. */
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** One event: its facts, who has places, the forms to book a school and to record how many came. */
export function eventPage(params: EventParams): string {
  const { event, bookings, replies, registrations, clashes = [], now, filled } = params;
  const held = bookings.some(({ attended = 0 }) => attended > 0);
  const stage = stageOf(event, { offers: replies.map(({ offer }) => offer), held, now });
  const host = registrations.find(({ urn }) => urn === event.host)?.schoolName;
  return consolePage(params, {
    title: event.title,
    backLink: pathOf('/organiser/editions/{edition}/events', event),
    filled,
    targets: { attended: headcountId(filled?.values['urn']?.[0] ?? '') },
    body: html`${narrow(html`${eventFacts(event, host, stage)}${clashList(clashes, event.edition)}`)}
${eventWays(event, params)}
${heading2(words.replies)}
${repliesTable(replies)}
${heading2(words.bookings)}
${bookingsTable(bookings)}
${workshopsTable(event, bookings)}
${event.state !== 'cancelled' && event.state !== 'draft' && may(params, 'coordinator') && eventForms(params)}`,
  });
}

/** What can be done as long as an event is not cancelled. */
function eventForms({ event, bookings, registrations, requestKey, filled }: EventParams): Html {
  // One of the two forms came back: only the attendance form has a school's number in it.
  const attendance = filled !== undefined && 'urn' in filled.values;
  return html`${bookings.length > 0 && html`${heading2(words.attendance)}${paragraph(words.attendanceAdvice)}${bookings.map((one) => attendanceForm(one, attendance ? filled : undefined))}`}
${heading2(words.book)}
${registrations.length === 0 ? paragraph(words.noSchools) : bookingForm({ event, registrations, requestKey, filled: attendance ? undefined : filled })}`;
}

/** When, what and where an event is, how it stands and how many places are free. `hostName` is the host school's, if known. */
export function eventFacts(event: Event, hostName: string | undefined, stage: EventStage = event.state): Html {
  const rows = [
    [words.when, sayWhen(event)],
    [words.kind, labels.kinds[event.kind]],
    [words.where, whereOf(event, hostName)],
    [words.state, stateOf(event, stage)],
    [words.sessions, sayNumber(event.sessions)],
    [words.places, words.free(sayNumber(event.placesFree), sayNumber(event.places))],
    ...(event.timetable ? [[words.timetable, lines(timetableLines(event.timetable))] as const] : []),
  ] as const;
  return summaryList({ rows: rows.map(([key, value]) => ({ key: { text: key }, value: { html: html`${value}` } })) });
}

function stateOf({ state, cancelledAt, cancellationReason }: Event, stage: EventStage): Html | string {
  if (state !== 'cancelled') return labels.eventStates[stage];
  const parts = [cancelledAt && words.cancelledOn(sayMoment(cancelledAt)), ...(cancellationReason ?? '').split('\n')];
  return lines([labels.eventStates.cancelled, ...parts].filter((part) => part));
}

function whereOf({ kind, host, venue }: Event, hostName: string | undefined): string {
  if (kind === 'online') return words.online;
  const school = hostName ?? (host === undefined ? '' : words.hostSchool(host));
  return [school, venue ?? ''].filter((part) => part !== '').join(', ');
}

function bookingsTable(bookings: readonly Booking[]): Html {
  const numeric = [words.pupils, words.came].map((text) => ({ text, format: 'numeric' }));
  return listTable({
    name: words.bookings,
    none: words.noBookings,
    head: [{ text: words.school }, { text: words.years }, { text: words.adult }, ...numeric],
    rows: bookings.map((one) => [
      { text: one.schoolName },
      { html: lines(sayCohorts(one.cohorts)) },
      { text: one.adult ?? words.noAdult },
      { text: sayNumber(one.pupils), format: 'numeric' },
      { text: one.attended === undefined ? words.notTaken : sayNumber(one.attended), format: 'numeric' },
    ]),
  });
}

function repliesTable(replies: EventParams['replies']): Html {
  return listTable({
    name: words.replies,
    none: words.noReplies,
    head: [{ text: words.who }, { text: words.reply }, { text: words.note }],
    rows: replies.map(({ offer, name }) => [
      { text: name },
      { html: lines([labels.offers[offer.state], ...(offer.answeredAt ? [sayMoment(offer.answeredAt)] : [])]) },
      {
        html: lines(
          [
            ...(offer.reason ?? '').split('\n'),
            offer.late && words.late(words.minutes[offer.late.minutes], sayMoment(offer.late.at)),
          ].filter((part) => part),
        ),
      },
    ]),
  });
}

function headcountId(urn: string): string {
  return `attended-${urn}`;
}

function attendanceForm({ edition, event, urn, schoolName, attended }: Booking, filled: Filled | undefined): Html {
  const mine = filled?.values['urn']?.[0] === urn ? filled : undefined;
  const message = mine && fieldErrors(mine.issues).get('attended');
  const field = input({
    name: 'attended',
    id: headcountId(urn),
    label: { text: words.cameFrom(schoolName) },
    value: mine ? mine.values['attended']?.[0] : attended,
    inputmode: 'numeric',
    spellcheck: false,
    classes: 'govuk-input--width-4',
    errorMessage: message === undefined ? undefined : { text: message },
  });
  const save = html`${words.save}<span class="govuk-visually-hidden">${words.saveHidden(schoolName)}</span>`;
  const action = pathOf('/organiser/editions/{edition}/events/{event}/attendance', { edition, event });
  return html`<form method="post" action="${action}" novalidate>${hiddenField('urn', urn)}${field}${button({ html: save, classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>\n`;
}

type BookingFormParams = Pick<EventParams, 'event' | 'registrations' | 'requestKey' | 'filled'>;

function bookingForm({ event, registrations, requestKey, filled }: BookingFormParams): Html {
  const state = formState(filled);
  const options = [...registrations]
    .sort((a, b) => a.schoolName.localeCompare(b.schoolName, 'en-GB'))
    .map(({ registration: value, schoolName, urn }) => ({ value, text: `${schoolName} (URN ${urn})` }));
  const body = html`${hiddenField('requestKey', requestKey)}
${selectField({ ...state, path: 'registration', label: words.chooseSchool, empty: words.chooseEmpty, options })}
${cohortFields(state, words.bookCohorts)}
${paragraph(words.mails)}`;
  return narrow(
    form({ action: pathOf('/organiser/editions/{edition}/events/{event}/bookings', event), body, submit: words.send }),
  );
}

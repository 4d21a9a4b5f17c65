import type { Booking, Event } from '#shared/domain/event.ts';
import type { Organisation } from '#shared/domain/organisation.ts';
import { eventKinds } from '#shared/domain/vocabulary.ts';
import type { Volunteer } from '#shared/domain/volunteer.ts';
import type { TableCell } from '../components/table.ts';
import { tag } from '../components/tag.ts';
import { type Filled, formState } from '../filled.ts';
import {
  checkboxesField,
  form,
  type FormState,
  hiddenField,
  numberField,
  radiosField,
  selectField,
  textField,
} from '../forms.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { pathOf } from '../paths.ts';
import { heading2, link, narrow, paragraph } from '../prose.ts';
import { sayHalfDay, sayNumber } from '../say.ts';
import { organiserContent } from './content.en.ts';
import { type Console, consolePage, listTable } from './frame.ts';

const { events: words } = organiserContent;

type EventsParams = Console & {
  readonly events: readonly { readonly event: Event; readonly bookings: readonly Booking[] }[];
  readonly halfDays: readonly string[];
  readonly organisations: readonly Organisation[];
  /** Those who signed up and can be named for the event; none to choose when left out. */
  readonly volunteers?: readonly Volunteer[] | undefined;
  /** Makes a repeated post harmless. */
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** An edition's events with their bookings, and the form to record one. */
export function eventsPage({
  events,
  halfDays,
  organisations,
  volunteers = [],
  requestKey,
  filled,
  ...console
}: EventsParams): string {
  const path = pathOf('/organiser/editions/{edition}/events', console.edition);
  const numeric = [words.booked, words.free, words.came].map((text) => ({ text, format: 'numeric' }));
  const sorted = [...events].sort(
    (a, b) => a.event.halfDay.localeCompare(b.event.halfDay) || a.event.title.localeCompare(b.event.title, 'en-GB'),
  );
  const state = formState(filled);
  const body = html`${hiddenField('requestKey', requestKey)}${eventFields(state, { halfDays, organisations, volunteers })}`;
  return consolePage(console, {
    title: words.title,
    path,
    filled,
    body: html`${listTable({
      name: words.title,
      none: words.none,
      head: [{ text: words.event }, { text: words.when }, { text: words.kind }, ...numeric],
      rows: sorted.map(eventCells),
    })}
${heading2(words.record)}
${narrow(form({ action: path, body, submit: words.send }))}`,
  });
}

function eventCells({ event: one, bookings }: EventsParams['events'][number]): TableCell[] {
  const path = pathOf('/organiser/editions/{edition}/events/{event}', one);
  const booked = bookings.reduce((sum, { pupils }) => sum + pupils, 0);
  const came = bookings.reduce((sum, { attended = 0 }) => sum + attended, 0);
  return [
    {
      html: html`${link(path, one.title)}${one.state === 'cancelled' && html`<br>${tag({ text: labels.eventStates.cancelled, classes: 'govuk-tag--red' })}`}`,
    },
    { text: sayHalfDay(one.halfDay) },
    { text: labels.kinds[one.kind] },
    ...[booked, one.placesFree, came].map((count) => ({ text: sayNumber(count), format: 'numeric' })),
  ];
}

type Lists = {
  readonly halfDays: readonly string[];
  readonly organisations: readonly Organisation[];
  readonly volunteers: readonly Volunteer[];
};

function eventFields(state: FormState, { halfDays, organisations, volunteers }: Lists): Html {
  const kinds = eventKinds.map((value) => ({ value, text: labels.kinds[value], hint: words.kindHints[value] }));
  const days = halfDays.map((value) => ({ value, text: sayHalfDay(value) }));
  return html`${textField({ ...state, path: 'title', label: words.titleField })}
${textField({ ...state, path: 'reference', label: words.reference, hint: words.referenceHint, spellcheck: false, width: 20 })}
${radiosField({ ...state, path: 'kind', label: words.chooseKind, options: kinds })}
${selectField({ ...state, path: 'halfDay', label: words.halfDay, empty: words.halfDayEmpty, options: days })}
${organisations.length === 0 ? paragraph(words.noOrganisations) : organisationsField(state, organisations)}
${volunteers.length > 0 && volunteersField(state, volunteers)}
${textField({ ...state, path: 'host', label: words.host, hint: words.hostHint, inputmode: 'numeric', width: 10, optional: true })}
${textField({ ...state, path: 'venue', label: words.venue, hint: words.venueHint, optional: true })}
${numberField({ ...state, path: 'sessions', label: words.sessions })}
${numberField({ ...state, path: 'places', label: words.places })}`;
}

function organisationsField(state: FormState, organisations: readonly Organisation[]): Html {
  const options = organisations
    .filter((one) => one.state !== 'withdrawn')
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
    .map(({ organisation: value, name: text, state: stands }) => ({
      value,
      text,
      hint: stands === 'pending' ? labels.states.pending : undefined,
    }));
  return checkboxesField({ ...state, path: 'organisations', label: words.organisations, options, small: true });
}

function volunteersField(state: FormState, volunteers: readonly Volunteer[]): Html {
  const options = volunteers
    .filter((one) => one.state !== 'withdrawn')
    .sort((a, b) => a.contact.name.localeCompare(b.contact.name, 'en-GB'))
    .map(({ volunteer: value, contact, organisationName: hint }) => ({ value, text: contact.name, hint }));
  return checkboxesField({ ...state, path: 'volunteers', label: words.volunteers, options, optional: true, small: true });
}

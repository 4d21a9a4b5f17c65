import type { Edition } from '#shared/domain/edition.ts';
import type { Event } from '#shared/domain/event.ts';
import type { Organisation } from '#shared/domain/organisation.ts';
import { eventKinds } from '#shared/domain/vocabulary.ts';
import type { Volunteer } from '#shared/domain/volunteer.ts';
import { details } from '../components/details.ts';
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
import { bullets, link, narrow, paragraph } from '../prose.ts';
import { sayHalfDay } from '../say.ts';
import { eventsContent } from './events.en.ts';
import { clashList, type ClashSeen, despiteField } from './clashes.ts';
import { draftWords } from './drafts.en.ts';
import { type Console, consolePage } from './frame.ts';

const { events: words } = eventsContent;

/** The events of one edition that a new one can start from. */
export type EarlierEvents = { readonly edition: Pick<Edition, 'edition' | 'name'>; readonly events: readonly Event[] };

type RecordParams = Console & {
  readonly halfDays: readonly string[];
  readonly organisations: readonly Organisation[];
  /** Those who signed up and can be named for the event; none to choose when left out. */
  readonly volunteers?: readonly Volunteer[] | undefined;
  /** What the event clashes with, as it was filled in. */
  readonly clashes?: readonly ClashSeen[];
  /** Makes a repeated post harmless. */
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
  /** What an earlier event was, to begin with. */
  readonly start?: Filled | undefined;
  readonly earlier?: readonly EarlierEvents[];
};

/** The form that records an event. */
export function recordEventPage({
  halfDays,
  organisations,
  volunteers = [],
  clashes = [],
  requestKey,
  filled,
  start,
  earlier = [],
  ...console
}: RecordParams): string {
  const events = pathOf('/organiser/editions/{edition}/events', console.edition);
  const state = formState(filled ?? start);
  const body = html`${hiddenField('requestKey', requestKey)}${eventFields(state, { halfDays, organisations, volunteers })}
${draftField(state)}${clashes.length > 0 && despiteField(state)}`;
  return consolePage(console, {
    title: words.record,
    backLink: events,
    filled,
    body: narrow(html`${start && paragraph(words.started)}${earlierList(earlier, console)}${clashList(clashes, console.edition.edition)}
${form({ action: events, body, submit: words.send })}`),
  });
}

/** The way to begin a new event with what an earlier one was. */
export function likePath(to: Pick<Edition, 'edition'>, { edition, event }: Pick<Event, 'edition' | 'event'>): string {
  const query = new URLSearchParams({ like: event, ...(edition === to.edition ? {} : { from: edition }) });
  return `${pathOf('/organiser/editions/{edition}/record-event', to)}?${query.toString()}`;
}

function earlierList(earlier: readonly EarlierEvents[], { edition }: Console): Html {
  return html`${earlier
    .filter(({ events }) => events.length > 0)
    .map((one) =>
      details({
        summaryText: words.startFrom(one.edition.name),
        html: bullets(
          one.events.map((event) => link(likePath(edition, event), words.startLike(event.title, sayHalfDay(event.halfDay)))),
        ),
      }),
    )}`;
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

function draftField(state: FormState): Html {
  const options = [{ value: 'yes', text: draftWords.keep, hint: draftWords.keepHint }];
  return checkboxesField({ ...state, path: 'draft', label: draftWords.legend, options, optional: true, small: true });
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

import type { Booking, Event } from '#shared/domain/event.ts';
import { whyNotCancelled } from '#shared/domain/event-changes.ts';
import { countingOn, type Offer } from '#shared/domain/offer.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { warningText } from '../components/warning-text.ts';
import { type Filled, formState } from '../filled.ts';
import { form, hiddenField, textareaField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, link, narrow, paragraph } from '../prose.ts';
import { sayPupils } from '../say.ts';
import { eventsContent } from './events.en.ts';
import { draftWords } from './drafts.en.ts';
import { eventFacts } from './event.ts';
import { type Console, consolePage } from './frame.ts';

const { cancellation: words } = eventsContent;

/** What the pages are given that say who will be told of an event. */
export type CancellationParams = Console & {
  readonly event: Event;
  readonly bookings: readonly Booking[];
  readonly replies: readonly { readonly offer: Offer; readonly name: string }[];
  /** The host's name, where a school hosts. */
  readonly hostName: string | undefined;
  readonly now: Instant;
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** Names everybody who will be told that an event is cancelled, and asks why; for an event that cannot be, says so. */
export function cancellationPage(params: CancellationParams): string {
  const { event, bookings, hostName, now, requestKey, filled, organiser, edition, programme, mailPause } = params;
  const path = pathOf('/organiser/editions/{edition}/events/{event}/cancel', event);
  const back = pathOf('/organiser/editions/{edition}/events/{event}', event);
  const why = whyNotCancelled(event, bookings, now);
  const fields = html`${hiddenField('version', String(event.version))}${hiddenField('placesFree', String(event.placesFree))}${hiddenField('requestKey', requestKey)}
${textareaField({ ...formState(filled), path: 'reason', label: words.reason, hint: words.reasonHint, optional: true, rows: 3 })}`;
  const ask = html`${heading2(words.told)}${toldList(params)}
${warningText({ text: words.warning })}
${form({ action: path, body: fields, submit: words.button, submitClasses: 'govuk-button--warning' })}`;
  return consolePage(
    { organiser, edition, programme, mailPause },
    {
      title: words.title(event.title),
      backLink: back,
      filled,
      body: narrow(html`${eventFacts(event, hostName)}
${why ? paragraph(why.sentence) : ask}
${paragraph(link(back, why ? words.backToEvent : words.back))}`),
    },
  );
}

/** Everybody who counts on an event, by name. */
export function toldList({ event, bookings, replies, hostName }: CancellationParams): Html {
  if (event.state === 'draft') return paragraph(draftWords.nobody);
  const hostBooked = bookings.some(({ urn }) => urn === event.host);
  const told = [
    ...bookings.map(({ schoolName, pupils, urn }) => words.school(schoolName, sayPupils(pupils), urn === event.host)),
    ...(hostName === undefined || hostBooked ? [] : [words.host(hostName)]),
    ...countingOn(replies.map(({ offer, name }) => ({ ...offer, name }))).map(({ name, state }) =>
      words.visitor(name, labels.offers[state]),
    ),
  ];
  return told.length === 0 ? paragraph(words.nobody) : bullets(told);
}

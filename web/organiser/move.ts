import { whyNotMoved } from '#shared/domain/event-moves.ts';
import { formState } from '../filled.ts';
import { form, hiddenField, selectField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { pathOf } from '../paths.ts';
import { heading2, link, narrow, paragraph } from '../prose.ts';
import { sayHalfDay } from '../say.ts';
import { type CancellationParams, toldList } from './cancellation.ts';
import { clashContent as words } from './clashes.en.ts';
import { clashList, type ClashSeen, despiteField } from './clashes.ts';
import { eventFacts } from './event.ts';
import { consolePage } from './frame.ts';

type Params = CancellationParams & {
  /** The half-days still to come. */
  readonly halfDays: readonly string[];
  /** What the event clashes with where it is, or where it was to go. */
  readonly clashes: readonly ClashSeen[];
};

/** Asks when and where an event is to be, and names who will be told; for an event that cannot be moved, says so. */
export function movePage(params: Params): string {
  const { event, bookings, hostName, now, filled, organiser, edition, programme, mailPause, clashes } = params;
  const back = pathOf('/organiser/editions/{edition}/events/{event}', event);
  const why = whyNotMoved(event, bookings, now);
  return consolePage(
    { organiser, edition, programme, mailPause },
    {
      title: words.title(event.title),
      backLink: back,
      filled,
      body: narrow(html`${eventFacts(event, hostName)}
${clashList(clashes, edition.edition)}
${why ? paragraph(why.sentence) : moveForm(params)}
${paragraph(link(back, why ? words.backToEvent : words.back))}`),
    },
  );
}

function moveForm(params: Params): Html {
  const { event, halfDays, clashes, requestKey, filled } = params;
  const state = formState(filled ?? { values: { halfDay: [event.halfDay], venue: [event.venue ?? ''] }, issues: [] });
  const options = halfDays.map((value) => ({ value, text: sayHalfDay(value) }));
  const body = html`${hiddenField('version', String(event.version))}${hiddenField('requestKey', requestKey)}
${selectField({ ...state, path: 'halfDay', label: words.halfDay, empty: words.halfDayEmpty, options })}
${event.kind !== 'online' && textField({ ...state, path: 'venue', label: words.venue, hint: words.venueHint, optional: true })}
${filled && clashes.length > 0 && despiteField(state)}`;
  return html`${heading2(words.told)}${toldList(params)}
${paragraph(words.again)}
${form({ action: pathOf('/organiser/editions/{edition}/events/{event}/move', event), body, submit: words.button })}`;
}

import { type Arrival, arrivalParts, stepFreeWays } from '#shared/domain/arrival.ts';
import { whyNotArranged } from '#shared/domain/event-arrangements.ts';
import type { Event } from '#shared/domain/event.ts';
import { clockHours } from '#shared/domain/hours.ts';
import { sayStretch } from '#shared/domain/timetable.ts';
import { arrivalContent } from '../arrival/content.en.ts';
import { form, type FormState, hiddenField, radiosField, textareaField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { pathOf } from '../paths.ts';
import { heading2, link, narrow, paragraph } from '../prose.ts';
import { arrangeContent as words } from './arrange.en.ts';
import { type CancellationParams, toldList } from './cancellation.ts';
import { clashList, type ClashSeen, despiteField } from './clashes.ts';
import { eventFacts } from './event.ts';
import { consolePage } from './frame.ts';

type Params = CancellationParams & {
  readonly arrival: Arrival | undefined;
  /** What it clashes with at the hours that were typed. */
  readonly clashes: readonly ClashSeen[];
};

/** Asks when the parts of an event are and how those come in who come to it; names who will be told. */
export function arrangePage(params: Params): string {
  const { event, hostName, now, filled, organiser, edition, programme, mailPause } = params;
  const back = pathOf('/organiser/editions/{edition}/events/{event}', event);
  const why = whyNotArranged(event, now);
  return consolePage(
    { organiser, edition, programme, mailPause },
    {
      title: words.title(event.title),
      backLink: back,
      filled,
      body: narrow(html`${eventFacts(event, hostName)}
${clashList(params.clashes, edition.edition)}
${why ? paragraph(why.sentence) : arrangeForm(params)}
${paragraph(link(back, why ? words.backToEvent : words.back))}`),
    },
  );
}

function arrangeForm(params: Params): Html {
  const { event, arrival, clashes, requestKey, filled } = params;
  const state: FormState = filled ?? { values: valuesOf(event, arrival), issues: [] };
  const body = html`${hiddenField('version', String(event.version))}${hiddenField('requestKey', requestKey)}
${timeFields(state, event)}
${heading2(words.arrival)}${paragraph(words.arrivalAdvice)}
${arrivalFields(state, event)}
${clashes.length > 0 && despiteField(state)}
${heading2(words.told)}${toldList(params)}`;
  return form({ action: pathOf('/organiser/editions/{edition}/events/{event}/arrange', event), body, submit: words.button });
}

function timeFields(state: FormState, event: Event): Html {
  const usual = clockHours({ halfDay: event.halfDay });
  const time = { ...state, width: 5, spellcheck: false, optional: true } as const;
  return html`${textField({ ...time, path: 'starts', label: words.starts, hint: words.clockHint(`${usual.starts} to ${usual.ends}`) })}
${textField({ ...time, path: 'ends', label: words.ends })}
${event.kind !== 'rotation' && textareaField({ ...state, path: 'timetable', label: words.timetable, hint: words.timetableHint, rows: 6, optional: true })}`;
}

function arrivalFields(state: FormState, { kind }: Event): Html {
  const text = { ...state, optional: true } as const;
  const lead = html`${textField({ ...text, path: 'lead', label: words.lead })}
${textField({ ...text, path: 'bring', label: words.bring })}`;
  if (kind === 'online') {
    return html`${textField({ ...text, path: 'link', label: words.link, hint: words.linkHint, spellcheck: false })}${lead}`;
  }
  const options = stepFreeWays.map((value) => ({ value, text: arrivalContent.stepFree[value] }));
  return html`${textField({ ...text, path: 'address', label: words.address })}
${radiosField({ ...text, path: 'stepFree', label: words.stepFree, options, small: true, inline: true })}
${textField({ ...text, path: 'parking', label: words.parking })}
${textField({ ...text, path: 'gate', label: words.gate })}
${lead}`;
}

function valuesOf({ hours, timetable = [] }: Event, arrival: Arrival | undefined): FormState['values'] {
  const one = (value: string | undefined) => (value === undefined || value === '' ? [] : [value]);
  return {
    starts: one(hours?.starts),
    ends: one(hours?.ends),
    timetable: one(timetable.map(sayStretch).join('\n')),
    ...Object.fromEntries(arrivalParts.map((part) => [part, one(arrival?.[part])])),
  };
}

import type { Event } from '#shared/domain/event.ts';
import { type Filled, formState } from '../filled.ts';
import { form, hiddenField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, link, narrow, paragraph } from '../prose.ts';
import { clashList, type ClashSeen, despiteField } from './clashes.ts';
import { draftWords as words } from './drafts.en.ts';
import { eventFacts } from './event.ts';
import { type Console, consolePage } from './frame.ts';

type Params = Console & {
  readonly event: Event;
  readonly hostName: string | undefined;
  /** The names of those who will be asked. */
  readonly asked: readonly string[];
  readonly clashes: readonly ClashSeen[];
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** Names who is asked once a draft is offered, and offers it or drops it. */
export function offerDraftPage({ event, hostName, asked, clashes, requestKey, filled, ...console }: Params): string {
  const back = pathOf('/organiser/editions/{edition}/events/{event}', event);
  const hidden = html`${hiddenField('version', String(event.version))}${hiddenField('requestKey', requestKey)}`;
  const offer = html`${heading2(words.told)}${bullets(asked)}${paragraph(words.what)}
${form({
  action: pathOf('/organiser/editions/{edition}/events/{event}/offer', event),
  body: html`${hidden}${clashes.length > 0 && despiteField(formState(filled))}`,
  submit: words.button,
})}
${heading2(words.drop)}${paragraph(words.dropAdvice)}
${form({ action: pathOf('/organiser/editions/{edition}/events/{event}/drop', event), body: hidden, submit: words.dropButton, submitClasses: 'govuk-button--warning' })}`;
  const body: Html = html`${eventFacts(event, hostName)}${clashList(clashes, event.edition)}
${event.state === 'draft' ? offer : paragraph(words.already)}
${paragraph(link(back, words.back))}`;
  return consolePage(console, { title: words.title(event.title), backLink: back, filled, body: narrow(body) });
}

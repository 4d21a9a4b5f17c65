import { type Offer, isAnswerable } from '#shared/domain/offer.ts';
import { delays } from '#shared/domain/vocabulary.ts';
import { type Instant, londonDate } from '#shared/kernel/time.ts';
import { button } from '../components/button.ts';
import { html, type Html } from '../html.ts';
import { telephoneLink } from '../organiser-ways.ts';
import { pathOf } from '../paths.ts';
import { heading2, paragraph } from '../prose.ts';
import { sayMoment } from '../say.ts';
import { mySessionsContent } from './content.en.ts';
import type { Offered } from './places.ts';

const { late: words } = mySessionsContent;

/** On the day of an accepted place: one press says how late one is; the number to call stands beside it. */
export function latePart({ event, offer, arrival }: Offered, now: Instant): Html | undefined {
  if (!arrival || isAnswerable(event, now) || londonDate(now) !== event.halfDay.slice(0, 10)) return undefined;
  const { contact } = arrival;
  const action = pathOf('/my/offers/{event}/late', { event: event.event });
  const buttons = delays.map((minutes) =>
    button({ name: 'minutes', value: minutes, text: words.buttons[minutes], classes: 'govuk-button--secondary' }),
  );
  return html`${heading2(words.heading)}${toldPart(offer)}
${paragraph(contact?.telephone === undefined ? words.noNumber : html`${contact.name}: ${telephoneLink(contact.telephone)}`)}
${paragraph(words.advice)}
<form method="post" action="${action}" novalidate><div class="govuk-button-group">${buttons}</div></form>`;
}

function toldPart({ late }: Offer): Html | undefined {
  return late && paragraph(html`<strong>${words.told(words.minutes[late.minutes], sayMoment(late.at))}</strong>`);
}

import { isAnswerable } from '#shared/domain/offer.ts';
import type { Visitor } from '#shared/domain/visitor.ts';
import { insetText } from '../components/inset-text.ts';
import { summaryList } from '../components/summary-list.ts';
import { type Filled, formState } from '../filled.ts';
import { form, hiddenField, textareaField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { pathOf } from '../paths.ts';
import { heading2, link, paragraph } from '../prose.ts';
import { rotationWays } from '../rotation/ways.en.ts';
import { sayMoment } from '../say.ts';
import { mySessionsContent } from './content.en.ts';
import { latePart } from './late.ts';
import type { VisitorSetting } from './place.ts';
import { dayRows, type Offered, placeRows } from './places.ts';

type Params = VisitorSetting & { readonly offered: Offered; readonly filled?: Filled | undefined };

/** One offered place: how it stands, yes and no as buttons until the day before, and what one needs once it is accepted. */
export function offerPage({ edition, programme, visitor, offered, now, filled }: Params): string {
  const { answer: words, links } = mySessionsContent;
  const { event, offer, arrival } = offered;
  const cancelled = event.state === 'cancelled';
  const rows = arrival ? dayRows(offered, visitor) : placeRows(offered);
  return journeyPage({
    programme,
    title: event.title,
    caption: edition.name,
    backLink: '/my/place',
    path: pathOf('/my/offers/{event}', { event: event.event }),
    filled,
    body: html`${insetText({ text: cancelled ? words.cancelled : words.state[offer.state] })}
${cancelled && event.cancelledAt && paragraph(words.cancelledOn(sayMoment(event.cancelledAt)))}
${latePart(offered, now)}
${summaryList({ rows })}
${arrival && event.kind === 'rotation' && paragraph(link(pathOf('/my/offers/{event}/rotation', { event: event.event }), rotationWays.fromOffer))}
${isAnswerable(event, now) ? answerForms(offered, visitor.kind, filled) : !cancelled && paragraph(words.tooLate)}
${paragraph(link('/my/place', links.place))}`,
  });
}

function answerForms(offered: Offered, kind: Visitor['kind'], filled: Filled | undefined): Html {
  const { answer: words } = mySessionsContent;
  const { offer } = offered;
  const action = pathOf('/my/offers/{event}', { event: offered.event.event });
  const state = filled ? formState(filled) : { values: { reason: offer.reason === undefined ? [] : [offer.reason] }, issues: [] };
  const reason = textareaField({
    ...state,
    path: 'reason',
    label: words.reason,
    hint: words.reasonHint,
    optional: true,
    rows: 2,
  });
  const yes = form({ action, body: hiddenField('answer', 'accepted'), submit: words.yes[kind] });
  const submitClasses = 'govuk-button--secondary';
  const no = form({
    action,
    body: html`${hiddenField('answer', 'declined')}${reason}`,
    submit: offer.state === 'declined' ? words.sendReason : words.no[kind],
    submitClasses,
  });
  return html`${offer.state === 'declined' && heading2(words.changeHeading)}${offer.state !== 'accepted' && offer.state !== 'waiting' && yes}
${heading2(words.declineHeading[offer.state])}${no}
${paragraph(words.until)}`;
}

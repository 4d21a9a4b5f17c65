import { isChangeable } from '#shared/domain/booking-changes.ts';
import type { Booking } from '#shared/domain/event.ts';
import { summaryList } from '../components/summary-list.ts';
import type { Filled } from '../filled.ts';
import { form, hiddenField } from '../forms.ts';
import { html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, link, paragraph } from '../prose.ts';
import { fixedPart } from './booking.ts';
import { myPlaceContent } from './content.en.ts';
import { meanwhile } from './meanwhile.ts';
import type { PlaceSetting } from './place.ts';
import { type Visit, visitRows } from './visits.ts';

type Params = PlaceSetting & {
  readonly visit: Visit & { readonly booking: Booking };
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** Says what giving a school's places at one event back does and who will be told, with the button that does it. */
export function giveBackPage({ edition, programme, school, visit, now, requestKey, filled }: Params): string {
  const { giveBack: words } = myPlaceContent;
  const { event, booking, organisations } = visit;
  const path = pathOf('/my/place/bookings/{event}/give-back', { event: event.event });
  const rows = visitRows(visit, school.urn);
  const told = [words.you, words.organiser(programme.organiser.name), ...organisations];
  const fields = html`${hiddenField('version', String(booking.version))}${hiddenField('requestKey', requestKey)}`;
  const ask = html`${paragraph(words.what)}
${heading2(words.told)}${bullets(told)}
${form({ action: path, body: fields, submit: words.button, submitClasses: 'govuk-button--warning' })}`;
  return journeyPage({
    programme,
    title: words.title,
    caption: edition.name,
    backLink: '/my/place',
    path,
    filled,
    body: html`${meanwhile({ filled, held: booking, rows, now, path })}
${heading2(event.title)}${summaryList({ rows })}
${isChangeable(booking, event, now) ? ask : fixedPart(visit, programme)}
${paragraph(link('/my/place', words.back))}`,
  });
}

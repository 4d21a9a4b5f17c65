import { releaseBookings } from '#shared/domain/booking-changes.ts';
import { type Filled, formState } from '../filled.ts';
import { form, hiddenField, textareaField } from '../forms.ts';
import { html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { registrationRows } from '../links/held.ts';
import { bullets, heading2, link, paragraph } from '../prose.ts';
import { sayHalfDay } from '../say.ts';
import { barred } from './barred.ts';
import { myPlaceContent } from './content.en.ts';
import { meanwhile } from './meanwhile.ts';
import type { PlaceSetting } from './place.ts';
import { inOrder, type Visit } from './visits.ts';

type Params = PlaceSetting & {
  readonly visits: readonly Visit[];
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** Says what withdrawing does and who will be told, and asks why. */
export function withdrawPage({ edition, programme, school, visits, now, requestKey, filled }: Params): string {
  const { withdraw: words } = myPlaceContent;
  const path = '/my/place/withdraw';
  const state = formState(filled);
  const say = ({ event }: Visit) => `${event.title}, ${sayHalfDay(event.halfDay)}`;
  const lost = inOrder(visits).filter(
    ({ booking, event }) => booking && event.state !== 'cancelled' && releaseBookings(school, [booking]).released.length > 0,
  );
  const hosted = inOrder(visits).filter(({ event }) => event.host === school.urn && event.state === 'confirmed');
  const told = [words.you, words.organiser(programme.organiser.name), ...(lost.length > 0 ? [words.organisations] : [])];
  const fields = html`${hiddenField('version', String(school.version))}${hiddenField('requestKey', requestKey)}
${textareaField({ ...state, path: 'reason', label: words.reason, hint: words.reasonHint, optional: true, rows: 3 })}`;
  return journeyPage({
    programme,
    title: words.title,
    caption: edition.name,
    backLink: '/my/place',
    path,
    filled,
    body:
      barred(school.state, { edition, now, words: myPlaceContent, until: 'week', unconfirmed: true }) ??
      html`${meanwhile({ filled, held: school, rows: registrationRows(school), now, path })}
${paragraph(words.what)}
${lost.length > 0 && html`${paragraph(words.released)}${bullets(lost.map(say))}`}
${hosted.length > 0 && html`${paragraph(words.hosts)}${bullets(hosted.map(say))}`}
${heading2(words.told)}${bullets(told)}
${form({ action: path, body: fields, submit: words.button, submitClasses: 'govuk-button--warning' })}
${paragraph(link('/my/place', words.back))}`,
  });
}

import { type Filled, formState } from '../filled.ts';
import { form, hiddenField, textareaField } from '../forms.ts';
import { html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { organisationRows, volunteerRows } from '../links/held.ts';
import { barred } from '../my-place/barred.ts';
import { meanwhile } from '../my-place/meanwhile.ts';
import { londonDate } from '#shared/kernel/time.ts';
import { bullets, heading2, link, paragraph } from '../prose.ts';
import { sayHalfDay } from '../say.ts';
import { mySessionsContent } from './content.en.ts';
import type { VisitorSetting } from './place.ts';
import type { Offered } from './places.ts';

type Params = VisitorSetting & {
  readonly offered: readonly Offered[];
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** Says what withdrawing does and who will be told, and asks why. */
export function visitorWithdrawPage({ edition, programme, visitor, offered, now, requestKey, filled }: Params): string {
  const { withdraw: words } = mySessionsContent;
  const path = '/my/withdrawal';
  const common = { programme, title: words.title, caption: edition.name, backLink: '/my/place', path, filled };
  const bar = barred(visitor.state.state, { edition, now, words: mySessionsContent, until: 'week', unconfirmed: true });
  if (bar) return journeyPage({ ...common, body: bar });
  const lost = offered
    .filter(
      ({ event, offer }) =>
        offer.state === 'accepted' && event.state !== 'cancelled' && londonDate(now) <= event.halfDay.slice(0, 10),
    )
    .map(({ event }) => `${event.title}, ${sayHalfDay(event.halfDay)}`);
  const told = [words.organiser(programme.organiser.name), ...(lost.length > 0 ? [words.schools] : [])];
  const rows = visitor.kind === 'organisation' ? organisationRows(visitor.state) : volunteerRows(visitor.state);
  const fields = html`${hiddenField('version', String(visitor.state.version))}${hiddenField('requestKey', requestKey)}
${textareaField({ ...formState(filled), path: 'reason', label: words.reason, hint: words.reasonHint, optional: true, rows: 3 })}`;
  return journeyPage({
    ...common,
    body: html`${meanwhile({ filled, held: visitor.state, rows, now, path })}
${paragraph(words.what)}
${lost.length > 0 && html`${paragraph(words.places)}${bullets(lost)}`}
${heading2(words.told)}${bullets(told)}
${visitor.kind === 'organisation' && paragraph(words.volunteers)}
${form({ action: path, body: fields, submit: words.button, submitClasses: 'govuk-button--warning' })}
${paragraph(link('/my/place', words.back))}`,
  });
}

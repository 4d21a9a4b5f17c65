import type { Edition } from '#shared/domain/edition.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { type Filled, formState } from '../filled.ts';
import { form, hiddenField, textField } from '../forms.ts';
import { html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { contactRows } from '../links/held.ts';
import { editionPath } from '../paths.ts';
import { bullets, lead, link, paragraph } from '../prose.ts';
import { barred } from './barred.ts';
import { myPlaceContent } from './content.en.ts';
import { meanwhile } from './meanwhile.ts';
import type { PlaceSetting } from './place.ts';

type Params = PlaceSetting & { readonly filled?: Filled | undefined };
const path = '/my/place/hand-over';
const { handOver: words } = myPlaceContent;

/** Asks to whom a school is handed over. */
export function handOverPage({ edition, programme, school, now, filled }: Params): string {
  const state = formState(filled);
  const fields = html`${hiddenField('version', String(school.version))}
${textField({ ...state, path: 'contact.name', label: words.name, spellcheck: false })}
${textField({ ...state, path: 'contact.email', label: words.email, type: 'email' })}`;
  return journeyPage({
    programme,
    title: words.title,
    caption: edition.name,
    backLink: '/my/place',
    path,
    filled,
    body:
      barred(school.state, { edition, now, words: myPlaceContent, until: 'report' }) ??
      html`${meanwhile({ filled, held: school, rows: contactRows(school.contact), now, path })}
${bullets(words.advice)}
${form({ action: path, body: fields, submit: words.next })}`,
  });
}

type CheckParams = PlaceSetting & {
  readonly contact: { readonly name: string; readonly email: string };
  readonly version: number;
  readonly requestKey: string;
};

/** Shows the address back, large, before anything is sent to it. */
export function checkHandOverPage({ edition, programme, contact, version, requestKey }: CheckParams): string {
  const fields = html`${hiddenField('version', String(version))}${hiddenField('requestKey', requestKey)}${hiddenField('confirmed', 'yes')}
${hiddenField('contact.name', contact.name)}${hiddenField('contact.email', contact.email)}`;
  return journeyPage({
    programme,
    title: words.checkTitle,
    caption: edition.name,
    backLink: path,
    path,
    body: html`${lead(words.checkLead)}
<p class="govuk-heading-l app-break">${contact.email}</p>
${paragraph(words.checkWho(contact.name))}
${form({ action: path, body: fields, submit: words.yes })}
${paragraph(link(path, words.no))}`,
  });
}

/** After a hand-over. It says nothing about anybody: the reader's link has ended. */
export function handedOverPage({ edition, programme }: { readonly edition: Edition; readonly programme: Programme }): string {
  return journeyPage({
    programme,
    title: words.doneTitle,
    caption: edition.name,
    body: html`${lead(words.done)}${paragraph(words.ended)}${paragraph(words.closeBrowser)}
${paragraph(link(editionPath(edition), edition.name))}`,
  });
}

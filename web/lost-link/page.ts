import type { Edition } from '#shared/domain/edition.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { type Filled, formState } from '../filled.ts';
import { form, hiddenField, textField } from '../forms.ts';
import { html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { editionPath, pathOf } from '../paths.ts';
import { lead, link, paragraph } from '../prose.ts';
import { lostLinkContent as words } from './content.en.ts';

type Setting = { readonly edition: Edition; readonly programme: Programme };

/** Asks for the address to which a new link shall go. */
export function lostLinkPage({
  edition,
  programme,
  requestKey,
  filled,
}: Setting & { readonly requestKey: string; readonly filled?: Filled | undefined }): string {
  const path = pathOf('/editions/{edition}/lost-link', edition);
  const fields = html`${hiddenField('requestKey', requestKey)}
${textField({ ...formState(filled), path: 'email', label: words.email, hint: words.emailHint, type: 'email', autocomplete: 'email' })}`;
  return journeyPage({
    programme,
    title: words.title,
    caption: edition.name,
    backLink: editionPath(edition),
    path,
    filled,
    body: html`${lead(words.lead)}${form({ action: path, body: fields, submit: words.send, trap: true })}`,
  });
}

/** The same words whatever was typed: nobody learns here who has signed up. */
export function linkSentPage({ edition, programme }: Setting): string {
  const path = pathOf('/editions/{edition}/lost-link', edition);
  return journeyPage({
    programme,
    title: words.sentTitle,
    caption: edition.name,
    backLink: editionPath(edition),
    body: html`${lead(words.sent)}${paragraph(words.wait)}${paragraph(words.other)}${paragraph(link(path, words.again))}`,
  });
}

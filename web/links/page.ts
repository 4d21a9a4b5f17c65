import type { Edition } from '#shared/domain/edition.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { Item } from '#shared/system/table.ts';
import { form } from '../forms.ts';
import { html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { pathOf } from '../paths.ts';
import { lead, paragraph } from '../prose.ts';
import { linksContent } from './content.en.ts';

type Setting = { readonly edition: Edition; readonly programme: Programme };
type ContinueParams = Setting & { readonly token: string; readonly purpose: Item<'link'>['purpose'] };

/** A mailed link's own page: a button, so that whoever opens links by themselves changes nothing. */
export function continuePage({ edition, programme, token, purpose }: ContinueParams): string {
  const { continue: words } = linksContent;
  return journeyPage({
    programme,
    title: words.titles[purpose],
    caption: edition.name,
    body: html`${lead(words.next[purpose])}
${form({ action: pathOf('/l/{token}', { token }), submit: words.button })}
${paragraph(words.why)}
${paragraph(words.shared)}`,
  });
}

import { html, type Html } from '../html.ts';
import { page } from '../layout.ts';
import { pathOf } from '../paths.ts';
import { lead, link, paragraph } from '../prose.ts';
import { pupilsContent as words } from './content.en.ts';
import { pictureOf } from './pictures.ts';

/** After the last page: thanks, and the way back for the next child. */
export function thanksPage(code: string | undefined): string {
  const { thanks } = words;
  const href = code === undefined ? '/c' : pathOf('/c/{code}', { code });
  return ended(
    thanks.title,
    html`<p class="app-thanks">${pictureOf('happiness', 5)}</p>
${lead(thanks.give)}
<p><a class="app-turn__button" href="${href}">${thanks.next}</a></p>
${paragraph(link('/privacy/children', thanks.about))}`,
  );
}

/** For a code that no class has. */
export function noSuchClassPage(): string {
  const { unknown } = words;
  return ended(unknown.title, html`${lead(unknown.advice)}<p><a class="app-turn__button" href="/c">${unknown.again}</a></p>`);
}

/** For a class whose teacher has closed it, or whose time is over. */
export function classClosedPage(): string {
  return ended(words.closed.title, html`${lead(words.closed.advice)}${paragraph(words.teacher)}`);
}

/** For a class that has given all its answers: the teacher can make room for more. */
export function classFullPage(): string {
  return ended(words.full.title, html`${lead(words.full.advice)}${paragraph(words.teacher)}`);
}

function ended(title: string, body: Html): string {
  return page({ title, bare: true, body: html`<h1 class="govuk-heading-xl">${title}</h1>${body}` });
}

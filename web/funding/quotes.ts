import type { PublishedResult } from '#shared/domain/funding/items.ts';
import { type Filled, formState } from '../filled.ts';
import { form, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { type Console, consolePage, listTable, may } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { heading2, link, narrow, paragraph } from '../prose.ts';
import { evaluationContent } from './evaluation.en.ts';

const { quote: words } = evaluationContent;

type Params = Console & { readonly quotes: readonly PublishedResult[]; readonly filled?: Filled | undefined };

/** What others published, and the form for one result. */
export function quotesPage({ quotes, filled, ...console }: Params): string {
  const { edition } = console.edition;
  const path = pathOf('/organiser/editions/{edition}/funding/evaluation/quotes', { edition });
  return consolePage(console, {
    title: words.title,
    path,
    filled,
    backLink: pathOf('/organiser/editions/{edition}/funding/evaluation', { edition }),
    body: html`${quotesTable(quotes)}
${may(console, 'coordinator') && html`${heading2(words.add)}${narrow(quoteForm(path, filled))}`}`,
  });
}

/** What others published, always with its base, which nobody gave. */
export function quotesTable(quotes: readonly PublishedResult[]): Html {
  return html`${paragraph(words.intro)}
${listTable({
  name: words.title,
  none: words.none,
  head: [words.text, words.figures, words.base, words.source].map((text) => ({ text })),
  rows: quotes.map(({ text, before, after, source, address }) => [
    { text },
    { text: before === undefined ? words.one(String(after)) : words.change(String(before), String(after)) },
    { text: words.notPublished },
    address === undefined ? { text: source } : { html: link(address, source) },
  ]),
})}`;
}

function quoteForm(action: string, filled: Filled | undefined): Html {
  const state = formState(filled);
  const share = { ...state, width: 5, spellcheck: false, inputmode: 'numeric' } as const;
  return form({
    action,
    body: html`${textField({ ...state, path: 'quote', label: evaluationContent.wave, hint: evaluationContent.shortHint, spellcheck: false })}
${textField({ ...state, path: 'text', label: words.text, hint: words.textHint })}
${textField({ ...share, path: 'before', label: words.before, optional: true })}
${textField({ ...share, path: 'after', label: words.after })}
${textField({ ...state, path: 'source', label: words.source })}
${textField({ ...state, path: 'address', label: words.address, optional: true, spellcheck: false })}`,
    submit: evaluationContent.save,
  });
}

import { judgementFrameworkNames, judgementFrameworks } from '#shared/domain/context/frameworks.ts';
import type { JudgementSet } from '#shared/domain/context/items.ts';
import { plain } from '#shared/domain/context/judgements.ts';
import { details } from '../components/details.ts';
import { type Filled, formState } from '../filled.ts';
import { checkboxesField, form, selectField, textareaField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { type Console, consolePage, may } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, narrow, paragraph } from '../prose.ts';
import { benchmarksContent } from './benchmarks.en.ts';
import { judgementTables } from './judgements.ts';

const { judgementsConsole: words, frameworks: names } = benchmarksContent;

type Params = Console & { readonly sets: readonly JudgementSet[]; readonly filled?: Filled | undefined };

/** The counts of schools by judgement that are held, and the form for those of one day. */
export function judgementsListPage({ sets, filled, ...console }: Params): string {
  const { edition } = console.edition;
  const path = pathOf('/organiser/editions/{edition}/context/judgements', { edition });
  return consolePage(console, {
    title: words.title,
    path,
    filled,
    backLink: pathOf('/organiser/editions/{edition}/context', { edition }),
    body: html`${paragraph(words.intro)}
${heading2(words.held)}
${sets.length === 0 ? paragraph(words.none) : sets.map(judgementTables)}
${may(console, 'coordinator') && html`${heading2(words.keep)}${narrow(countsForm(path, filled))}`}`,
  });
}

function countsForm(path: string, filled: Filled | undefined): Html {
  const state = formState(filled);
  const categories = judgementFrameworkNames.map((name) => {
    const framework = judgementFrameworks[name];
    return details({
      summaryText: words.categories(names[name]),
      html: bullets([...framework.categories, ...framework.some].map(plain)),
    });
  });
  return form({
    action: path,
    body: html`${textField({ ...state, path: 'day', label: words.day, hint: words.dayHint, width: 10 })}
${selectField({
  ...state,
  path: 'framework',
  label: words.framework,
  options: judgementFrameworkNames.map((value) => ({ value, text: names[value] })),
})}
${categories}
${textField({ ...state, path: 'source', label: words.source })}
${textareaField({ ...state, path: 'counts', label: words.counts, hint: words.countsHint, rows: 12 })}
${checkboxesField({ ...state, path: 'replace', label: words.replace, small: true, options: [{ value: 'yes', text: words.replace }] })}`,
    submit: words.submit,
  });
}

import { benchmarkFigures } from '#shared/domain/context/benchmarks.ts';
import { benchmarkFrameworks } from '#shared/domain/context/frameworks.ts';
import type { BenchmarkSet } from '#shared/domain/context/items.ts';
import { fileForm } from '../exchange/import-page.ts';
import { type Filled, formState } from '../filled.ts';
import { selectField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { type Console, consolePage, listTable, may } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, narrow, paragraph } from '../prose.ts';
import { benchmarksContent } from './benchmarks.en.ts';

const { console: words, frameworks: names } = benchmarksContent;

type Params = Console & { readonly sets: readonly BenchmarkSet[]; readonly filled?: Filled | undefined };

/** The results that are held, school by school, and the form that takes a file of them. */
export function benchmarksListPage({ sets, filled, ...console }: Params): string {
  const { edition } = console.edition;
  const path = pathOf('/organiser/editions/{edition}/context/benchmarks', { edition });
  const [newest] = sets;
  return consolePage(console, {
    title: words.title,
    path,
    filled,
    backLink: pathOf('/organiser/editions/{edition}/context', { edition }),
    body: html`${paragraph(words.intro)}
${heading2(words.held)}
${setsTable(sets)}
${newest && html`${heading2(words.results(newest.period))}${institutionsTable(newest)}`}
${
  may(console, 'coordinator') &&
  html`${heading2(words.bring)}${narrow(resultsForm(path, filled))}${heading2(words.columns)}${bullets(words.columnList)}`
}`,
  });
}

function setsTable(sets: readonly BenchmarkSet[]): Html {
  return listTable({
    name: words.held,
    none: words.none,
    head: [words.period, words.framework, words.mean, words.assessed, words.members].map((text) => ({ text })),
    rows: sets.map((set) => {
      const { mean, assessed, institutions, hub } = benchmarkFigures(set);
      const members = hub.reduce((sum, one) => sum + one.members, 0);
      return [
        { text: set.period },
        { text: names[set.framework] },
        { text: mean?.toFixed(1) ?? words.noResult },
        { text: words.of(assessed, institutions) },
        { text: words.of(members, institutions) },
      ];
    }),
  });
}

function institutionsTable({ institutions, period }: BenchmarkSet): Html {
  return listTable({
    name: words.results(period),
    none: words.none,
    head: [words.name, words.met, words.hub].map((text) => ({ text })),
    rows: institutions.map(({ name, met, member }) => [
      { text: name },
      { text: met ? words.of(met.length, 8) : words.noResult },
      { text: member ? words.yes : words.no },
    ]),
  });
}

function resultsForm(path: string, filled: Filled | undefined): Html {
  const state = formState(filled);
  const more = html`${textField({ ...state, path: 'period', label: words.period, hint: words.periodHint, width: 10 })}
${selectField({
  ...state,
  path: 'framework',
  label: words.framework,
  options: benchmarkFrameworks.map((value) => ({ value, text: names[value] })),
})}
${textField({ ...state, path: 'source', label: words.source })}
${textField({ ...state, path: 'nationalMean', label: words.nationalMean, width: 5, optional: true })}
${textField({ ...state, path: 'nationalSource', label: words.nationalSource, optional: true })}`;
  return fileForm(path, filled, { label: words.file, more, submit: words.submit });
}

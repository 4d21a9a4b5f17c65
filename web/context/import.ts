import { indicators } from '#shared/domain/context/indicators.ts';
import { benchmarkFigures } from '#shared/domain/context/benchmarks.ts';
import type { BenchmarkSet, NeighbourList, Observation } from '#shared/domain/context/items.ts';
import type { Indicator } from '#shared/domain/context/indicators.ts';
import { type Filled, formState } from '../filled.ts';
import { form, selectField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { fileForm, type Refused, refusedTable } from '../exchange/import-page.ts';
import { type Console, consolePage, listTable } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, link, narrow, paragraph } from '../prose.ts';
import { sayList } from '../say.ts';
import { benchmarksContent } from './benchmarks.en.ts';
import { contextContent } from './content.en.ts';
import { sayFigure } from './say.ts';

const { import: words, indicators: names, console: held } = contextContent;

/** The form that takes a file of figures or of neighbours. */
export function contextImportFormPage({ filled, ...console }: Console & { readonly filled?: Filled | undefined }): string {
  const { edition } = console.edition;
  const path = pathOf('/organiser/editions/{edition}/context/import', { edition });
  return consolePage(console, {
    title: words.title,
    path,
    filled,
    backLink: pathOf('/organiser/editions/{edition}/context', { edition }),
    body: html`${paragraph(words.intro)}
${narrow(figuresForm(path, filled))}
${heading2(words.kinds)}
${bullets(words.kindList)}
${paragraph(words.marks)}`,
  });
}

function figuresForm(path: string, filled: Filled | undefined): Html {
  const state = formState(filled);
  const more = html`${textField({ ...state, path: 'source', label: words.source, hint: words.sourceHint })}
${textField({ ...state, path: 'address', label: held.address, optional: true, spellcheck: false })}
${selectField({
  ...state,
  path: 'indicator',
  label: words.indicator,
  hint: words.indicatorHint,
  optional: true,
  empty: held.choose,
  options: indicators.map((value) => ({ value, text: names[value] })),
})}
${textField({ ...state, path: 'list', label: words.list, hint: words.listHint, width: 10, optional: true })}`;
  return fileForm(path, filled, { label: words.file, more, submit: words.submit });
}

/** What a file would do. */
export type FileChanges = {
  readonly state: 'checked' | 'confirmed' | 'undone';
  readonly added: number;
  readonly same: number;
  readonly changed: readonly {
    readonly indicator: Indicator;
    readonly place: string;
    readonly decimals: number;
    readonly before: Observation;
    readonly after: Observation;
  }[];
  readonly lists: readonly (Pick<NeighbourList, 'la' | 'list' | 'neighbours'> & { readonly place: string })[];
  /** The results of careers guidance that it holds. */
  readonly benchmarks?: Pick<BenchmarkSet, 'period' | 'institutions' | 'national'>;
  readonly refused: readonly Refused[];
  readonly elsewhere: number;
};

/** What a file would add and change, and what there is to mend; once it is confirmed, that it is kept. */
export function contextImportPage({
  import: batch,
  file,
  ...console
}: Console & { readonly import: string; readonly file: FileChanges }): string {
  const { edition } = console.edition;
  const at = { edition, import: batch };
  return consolePage(console, {
    title: words.title,
    path: pathOf('/organiser/editions/{edition}/context/import/{import}', at),
    body: html`${file.state === 'checked' ? checked(file, at) : done(file, at)}
${paragraph(link(pathOf('/organiser/editions/{edition}/context/import', { edition }), words.again))}
${paragraph(link(pathOf('/organiser/editions/{edition}/context', { edition }), words.back))}`,
  });
}

type At = { readonly edition: string; readonly import: string };

function checked(file: FileChanges, at: At): Html {
  const { refused, elsewhere, added, changed, lists } = file;
  const nothing = added + changed.length + lists.length + (file.benchmarks?.institutions.length ?? 0) === 0;
  const confirm = form({
    action: pathOf('/organiser/editions/{edition}/context/import/{import}/confirm', at),
    submit: words.confirm,
  });
  return html`${whatOf(file)}
${elsewhere > 0 && paragraph(words.elsewhere(elsewhere))}
${refused.length > 0 && html`${heading2(words.refused)}${paragraph(words.mend)}${refusedTable(refused)}`}
${changed.length > 0 && html`${heading2(words.changes)}${changeTable(file)}`}
${refused.length === 0 && (nothing ? paragraph(words.nothing) : confirm)}`;
}

function whatOf({ added, changed, same, lists, benchmarks }: FileChanges): Html {
  if (benchmarks) {
    const { assessed, mean = 0 } = benchmarkFigures(benchmarks);
    return paragraph(benchmarksContent.console.set(benchmarks.period, assessed, mean.toFixed(1)));
  }
  if (lists.length === 0) return paragraph(words.said(added, changed.length, same));
  return html`${lists.map(
    ({ place, list, neighbours }) =>
      html`${paragraph(words.listSaid(list))}${bullets([`${place}: ${sayList(neighbours.map(({ name }) => name))}`])}`,
  )}`;
}

function changeTable({ changed }: FileChanges): Html {
  return listTable({
    name: words.changes,
    none: words.nothing,
    head: [words.what, words.before, words.after].map((text) => ({ text })),
    rows: changed.map(({ indicator, place, decimals, before, after }) => [
      { text: words.whole(names[indicator], place, after.year) },
      { text: sayFigure(indicator, before, decimals) },
      { text: sayFigure(indicator, after, decimals) },
    ]),
  });
}

function done({ state }: FileChanges, at: At): Html {
  if (state === 'undone') return paragraph(words.undone);
  const undo = form({
    action: pathOf('/organiser/editions/{edition}/context/import/{import}/undo', at),
    submit: words.undo,
    submitClasses: 'govuk-button--secondary',
  });
  return html`${paragraph(words.confirmed)}${paragraph(words.undoAdvice)}${undo}`;
}

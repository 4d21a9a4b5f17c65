import type { Allocation } from '#shared/domain/funding/needs.ts';
import { latestYear } from '#shared/domain/context/comparison.ts';
import { figuresContent } from '../context/figures.en.ts';
import type { ShownSeries } from '../context/page.ts';
import { sayFigure } from '../context/say.ts';
import { type Filled, formState } from '../filled.ts';
import { form, textareaField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { type Console, consolePage, listTable, may } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { heading2, narrow, paragraph } from '../prose.ts';
import { sayNumber } from '../say.ts';
import { evaluationContent } from './evaluation.en.ts';
import { sayPounds } from './say.ts';

const { need: words } = evaluationContent;

type Params = Console & {
  readonly allocation: readonly Allocation[];
  readonly called: ReadonlyMap<string, string>;
  readonly indicators: readonly ShownSeries[];
  readonly filled?: Filled | undefined;
};

/** Need beside allocation, school by school, and the form for bands that the register does not say. */
export function needsPage({ allocation, called, indicators, filled, ...console }: Params): string {
  const { edition } = console.edition;
  const path = pathOf('/organiser/editions/{edition}/funding/evaluation/needs', { edition });
  const state = formState(filled);
  const fields = html`${textField({ ...state, path: 'source', label: words.from })}
${textareaField({ ...state, path: 'bands', label: words.lines, hint: words.linesHint, rows: 8 })}`;
  return consolePage(console, {
    title: words.title,
    path,
    filled,
    backLink: pathOf('/organiser/editions/{edition}/funding/evaluation', { edition }),
    body: html`${needsSection(allocation, called, indicators)}
${
  may(console, 'coordinator') &&
  html`${heading2(words.add)}${paragraph(words.addIntro)}${narrow(form({ action: path, body: fields, submit: evaluationContent.save }))}`
}`,
  });
}

/** Each school's need beside what it got, and the city's newest figures. */
export function needsSection(
  allocation: readonly Allocation[],
  called: ReadonlyMap<string, string>,
  indicators: readonly ShownSeries[],
): Html {
  return html`${paragraph(words.intro)}
${listTable({
  name: words.title,
  none: words.none,
  head: [words.school, words.band, words.sessions, words.pupils, words.spent].map((text) => ({ text })),
  rows: allocation.map(({ urn, band, sessions, pupils, pence }) => [
    { text: called.get(urn) ?? urn },
    { text: band ? words.bands[band] : words.unknown },
    { text: sayNumber(sessions) },
    { text: sayNumber(pupils) },
    { text: sayPounds(pence) },
  ]),
})}
${indicators.length > 0 && html`${heading2(words.city)}${indicatorTable(indicators)}`}`;
}

function indicatorTable(indicators: readonly ShownSeries[]): Html {
  return listTable({
    name: words.city,
    none: words.none,
    head: [words.figure, words.year, words.place, words.england, words.source].map((text) => ({ text })),
    rows: indicators.flatMap(({ series, comparison }) => {
      const latest = latestYear(comparison);
      if (!latest) return [];
      const said = (one: typeof latest.place) => sayFigure(series.indicator, one, series.decimals);
      return [
        [
          { text: figuresContent.indicators[series.indicator] },
          { text: String(latest.year) },
          { text: said(latest.place) },
          { text: said(latest.england) },
          { text: series.source },
        ],
      ];
    }),
  });
}

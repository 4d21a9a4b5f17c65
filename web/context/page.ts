import type { ComparedFigure, ComparedYear, Comparison } from '#shared/domain/context/comparison.ts';
import { latestYear } from '#shared/domain/context/comparison.ts';
import type { Indicator } from '#shared/domain/context/indicators.ts';
import type { CaseStudy, IndicatorSeries, JudgementSet, NeighbourList } from '#shared/domain/context/items.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { insetText } from '../components/inset-text.ts';
import { table } from '../components/table.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { editionPath, pathOf } from '../paths.ts';
import { bullets, heading2, lead, link, paragraph } from '../prose.ts';
import { benchmarksSection, type ShownBenchmarks } from './benchmarks.ts';
import { benchmarksContent } from './benchmarks.en.ts';
import { caseStudyLinks } from './case-studies.ts';
import { yearsChart } from './chart.ts';
import { contextContent as words } from './content.en.ts';
import { judgementsSection } from './judgements.ts';
import { sayFigure, sayGap, saySize } from './say.ts';

/** One series as a page shows it: set out for one place, with the list it is compared with. */
export type ShownSeries = {
  readonly series: IndicatorSeries;
  readonly place: string;
  readonly comparison: Comparison;
  readonly list: NeighbourList | undefined;
};

type ContextParams = {
  readonly edition: Edition;
  readonly programme: Programme;
  readonly shown: readonly ShownSeries[];
  readonly benchmarks: readonly ShownBenchmarks[];
  readonly judgements: readonly JudgementSet[];
  readonly studies: readonly CaseStudy[];
};

/** The city beside its programme, for everybody: a table and a chart for each series, careers guidance, Ofsted's judgements. */
export function contextPage({ edition, programme, shown, benchmarks, judgements, studies }: ContextParams): string {
  const { public: text } = words;
  const files = [
    ...(shown.length > 0 ? [fileLink(edition, 'figures.csv', text.dataFile)] : []),
    ...(benchmarks.length > 0 ? [fileLink(edition, 'careers.csv', benchmarksContent.dataFile)] : []),
    ...(judgements.length > 0 ? [fileLink(edition, 'judgements.csv', benchmarksContent.judgements.dataFile)] : []),
  ];
  return journeyPage({
    programme,
    title: text.title(programme.city),
    backLink: editionPath(edition),
    path: pathOf('/editions/{edition}/context', edition),
    wide: true,
    body: html`${lead(text.intro)}
${files.length === 0 && insetText({ text: text.none })}
${shown.map(sectionOf)}
${benchmarksSection(benchmarks)}
${judgementsSection(judgements)}
${caseStudyLinks(studies)}
${files.length > 0 && html`${heading2(text.data)}${bullets(files)}<p class="govuk-body" data-fixed-wording>${text.licence}</p>`}`,
  });
}

function fileLink({ edition }: Edition, file: string, text: string): Html {
  return link(pathOf('/editions/{edition}/context/{file}', { edition, file }), text);
}

function sectionOf({ series, place, comparison, list }: ShownSeries): Html {
  const { indicator, source, address } = series;
  return html`${heading2(words.indicators[indicator])}
${paragraph(words.meanings[indicator])}
${latestOf(indicator, comparison, place)}
${yearsTable({ series, comparison, place, list })}
${yearsChart(indicator, comparison, place)}
${paragraph(html`${words.source(source)}${address !== undefined && html` ${link(address, words.sourceLink)}`}`)}
${neighboursOf(comparison, list)}`;
}

function neighboursOf({ neighbours }: Comparison, list: NeighbourList | undefined): Html {
  const text = words.neighbours;
  if (neighbours !== 'computed' || !list) return paragraph(text[neighbours === 'printed' ? 'printed' : 'none']);
  return html`${paragraph(text.computed(list.list))}${bullets(list.neighbours.map(({ name }) => name))}`;
}

/** What the last year says: the place, its gap to England then and the year before, and what changed. */
function latestOf(indicator: Indicator, comparison: Comparison, place: string): Html | undefined {
  const { decimals, finer, years } = comparison;
  const latest = latestYear(comparison);
  if (!latest) return undefined;
  const before = years.find(({ year }) => year === latest.year - 1);
  const sentences = [
    words.now(place, latest.year, sayFigure(indicator, latest.place, decimals)),
    gapSentence(words.gap, indicator, latest.toEngland, finer),
    gapSentence(words.gapBefore, indicator, latest.toEngland === undefined ? undefined : before?.toEngland, finer),
  ].filter((one) => one !== undefined);
  const changes = changesIn(indicator, latest, place, finer);
  return html`${paragraph(sentences.join(' '))}${changes.length > 0 && html`${paragraph(words.change.intro)}${bullets(changes)}`}`;
}

function gapSentence(
  text: typeof words.gap | typeof words.gapBefore,
  indicator: Indicator,
  gap: number | undefined,
  decimals: number,
): string | undefined {
  if (gap === undefined) return undefined;
  if (gap === 0) return text.level;
  return text[gap > 0 ? 'above' : 'below'](saySize(indicator, gap, decimals));
}

function changesIn(indicator: Indicator, { since }: ComparedYear, place: string, decimals: number): string[] {
  const named = [
    [place, since?.place],
    [words.table.neighbours, since?.neighbours],
    [words.table.england, since?.england],
  ] as const;
  return named.flatMap(([name, by]) => {
    if (by === undefined) return [];
    if (by === 0) return [words.change.same(name)];
    return [words.change[by > 0 ? 'up' : 'down'](name, saySize(indicator, by, decimals))];
  });
}

function yearsTable({ series, comparison, place, list }: ShownSeries): Html {
  const { table: text } = words;
  const { indicator, source } = series;
  const { years, decimals, finer } = comparison;
  const head = [text.year, place, text.neighbours, text.england, text.toNeighbours, text.toEngland];
  return table({
    caption: text.caption(words.indicators[indicator], source),
    stacks: true,
    firstCellIsHeader: true,
    head: head.map((name, index) => ({ text: name, ...(index > 0 ? { format: 'numeric' } : {}) })),
    rows: years.map((one) => [
      { text: String(one.year) },
      ...[
        sayFigure(indicator, one.place, decimals),
        neighboursCell(indicator, one.neighbours, finer, list),
        sayFigure(indicator, one.england, decimals),
        gapCell(one, one.toNeighbours, finer),
        gapCell(one, one.toEngland, finer),
      ].map((said) => ({ text: said, format: 'numeric' })),
    ]),
  });
}

/** A mean of fewer places than the list has says of how many. */
function neighboursCell(indicator: Indicator, figure: ComparedFigure, decimals: number, list: NeighbourList | undefined): string {
  const said = sayFigure(indicator, figure, decimals);
  const all = list?.neighbours.length ?? 0;
  return figure.of === undefined || figure.of === all ? said : words.neighbours.some(said, figure.of, all);
}

/** Where there is no gap because there is no figure, the reason stands in its place. */
function gapCell({ place }: ComparedYear, gap: number | undefined, decimals: number): string {
  return gap === undefined && place.value === undefined ? words.statuses[place.status] : sayGap(gap, decimals);
}

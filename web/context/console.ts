import { indicators } from '#shared/domain/context/indicators.ts';
import type { IndicatorSeries, NeighbourList } from '#shared/domain/context/items.ts';
import { type Filled, formState } from '../filled.ts';
import { checkboxesField, form, numberField, selectField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { type Console, consolePage, listTable, may } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, link, narrow, paragraph } from '../prose.ts';
import { sayList, sayMoment } from '../say.ts';
import { caseStudiesContent } from './case-studies.en.ts';
import { benchmarksContent } from './benchmarks.en.ts';
import { contextContent } from './content.en.ts';

const { console: words, indicators: names } = contextContent;

/** A place of the programme, by DfE's code. */
export type Place = { readonly la: string; readonly name: string };

type Params = Console & {
  readonly series: readonly IndicatorSeries[];
  readonly lists: readonly NeighbourList[];
  readonly places: readonly Place[];
  readonly filled?: Filled | undefined;
};

/** What is held of the city, and the form for one year. */
export function contextListPage({ series, lists, places, filled, ...console }: Params): string {
  const { edition } = console.edition;
  const importPath = pathOf('/organiser/editions/{edition}/context/import', { edition });
  return consolePage(console, {
    title: words.title,
    path: pathOf('/organiser/editions/{edition}/context', { edition }),
    filled,
    body: html`${paragraph(words.intro)}
${bullets(waysOn(edition))}
${heading2(words.held)}
${seriesTable(series)}
${heading2(words.lists)}
${listsTable(lists, places)}
${
  may(console, 'coordinator') &&
  html`${paragraph(link(importPath, words.import))}
${heading2(words.byHand)}
${paragraph(words.byHandIntro)}
${narrow(byHandForm(edition, places, filled))}`
}`,
  });
}

function waysOn(edition: string): Html[] {
  return [
    link(pathOf('/editions/{edition}/context', { edition }), words.seen),
    link(pathOf('/organiser/editions/{edition}/context/benchmarks', { edition }), benchmarksContent.console.link),
    link(pathOf('/organiser/editions/{edition}/context/judgements', { edition }), benchmarksContent.judgementsConsole.link),
    link(pathOf('/organiser/editions/{edition}/case-studies', { edition }), caseStudiesContent.console.link),
  ];
}

function seriesTable(series: readonly IndicatorSeries[]): Html {
  return listTable({
    name: words.held,
    none: words.none,
    head: [words.indicator, words.source, words.years, words.list, words.changed].map((text) => ({ text })),
    rows: series.map(({ indicator, source, observations, list, changedAt }) => {
      const years = observations.map(({ year }) => year);
      return [
        { text: names[indicator] },
        { text: source, classes: 'app-break' },
        { text: words.span(Math.min(...years), Math.max(...years)) },
        { text: list ?? words.noList },
        { text: sayMoment(changedAt) },
      ];
    }),
  });
}

function listsTable(lists: readonly NeighbourList[], places: readonly Place[]): Html {
  return listTable({
    name: words.lists,
    none: words.noLists,
    head: [words.place, words.listDate, words.names].map((text) => ({ text })),
    rows: lists.map(({ la, list, neighbours }) => [
      { text: places.find((one) => one.la === la)?.name ?? la },
      { text: list },
      { text: sayList(neighbours.map(({ name }) => name)) },
    ]),
  });
}

function byHandForm(edition: string, places: readonly Place[], filled: Filled | undefined): Html {
  const state = formState(filled);
  const [only] = places;
  const several = places.length > 1;
  return form({
    action: pathOf('/organiser/editions/{edition}/context', { edition }),
    body: html`${selectField({
      ...state,
      path: 'indicator',
      label: words.indicator,
      empty: words.choose,
      options: indicators.map((value) => ({ value, text: names[value] })),
    })}
${textField({ ...state, path: 'source', label: words.source })}
${textField({ ...state, path: 'address', label: words.address, optional: true, spellcheck: false })}
${numberField({ ...state, path: 'year', label: words.year, hint: words.yearHint })}
${several && selectField({ ...state, path: 'la', label: words.place, options: places.map(({ la, name }) => ({ value: la, text: name })) })}
${textField({ ...state, path: 'place', label: words.value(several ? words.place.toLowerCase() : (only?.name ?? '')), width: 10, optional: true })}
${textField({ ...state, path: 'neighbours', label: words.neighboursValue, width: 10, optional: true })}
${textField({ ...state, path: 'england', label: words.englandValue, width: 10, optional: true })}
${textField({ ...state, path: 'list', label: words.listField, hint: words.listHint, width: 10, optional: true })}
${checkboxesField({ ...state, path: 'replace', label: words.replace, small: true, options: [{ value: 'yes', text: words.replace }] })}`,
    submit: words.keep,
  });
}

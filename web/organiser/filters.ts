import { halfDaysOf, type Edition } from '#shared/domain/edition.ts';
import { eventKinds, schoolRoles, sessionFormats, type TaskKind } from '#shared/domain/vocabulary.ts';
import { button } from '../components/button.ts';
import { details } from '../components/details.ts';
import { input } from '../components/input.ts';
import { pagination } from '../components/pagination.ts';
import { select } from '../components/select.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { pathOf } from '../paths.ts';
import { link, paragraph } from '../prose.ts';
import { sayHalfDay, sayNumber } from '../say.ts';
import { listsContent as words } from './lists.en.ts';

/** The console's lists that page by key and can be searched. */
export type ListName = keyof typeof words.titles;
type FilterName = 'needs' | 'state' | 'role' | 'format' | 'kind' | 'halfDay';
type Choice = { readonly value: string; readonly text: string };
type Filter = { readonly name: FilterName; readonly choices: readonly Choice[] };

/** What a list was asked for: the text searched for, and one choice of each filter. What is not chosen is not there. */
export type Chosen = Readonly<Partial<Record<FilterName | 'q', string>>>;

const needs: Readonly<Record<ListName, readonly TaskKind[]>> = {
  registrations: ['approve', 'bounced'],
  organisations: ['unconfirmed', 'bounced'],
  volunteers: ['unconfirmed', 'bounced'],
  events: ['clash', 'line', 'short', 'no-reply', 'adult'],
};

/** The filters of a list, each with what can be chosen. */
export function filtersOf(list: ListName, edition: Edition): readonly Filter[] {
  const named = <T extends string>(values: readonly T[], texts: Readonly<Record<T, string>>) =>
    values.map((value) => ({ value, text: texts[value] }));
  const states =
    list === 'events'
      ? named(['draft', 'confirmed', 'held', 'cancelled'], labels.eventStates)
      : [...named(['pending', 'confirmed', 'withdrawn'], labels.states), { value: 'incomplete', text: words.filters.incomplete }];
  const own: Readonly<Record<ListName, readonly Filter[]>> = {
    registrations: [{ name: 'role', choices: named(schoolRoles, labels.roles) }],
    organisations: [{ name: 'format', choices: named(sessionFormats, labels.formats) }],
    volunteers: [],
    events: [{ name: 'kind', choices: named(eventKinds, labels.kinds) }],
  };
  return [
    { name: 'needs', choices: named(needs[list], words.filters.kinds) },
    { name: 'state', choices: states },
    ...own[list],
    { name: 'halfDay', choices: halfDaysOf(edition).map((value) => ({ value, text: sayHalfDay(value) })) },
  ];
}

/** What the query asks of a list; a choice that the list does not offer is none. */
export function chosenIn(list: ListName, edition: Edition, query: Readonly<Record<string, string | undefined>>): Chosen {
  const q = (query['q'] ?? '').trim().slice(0, 100);
  const chosen = filtersOf(list, edition).flatMap(({ name, choices }) => {
    const value = query[name];
    return choices.some((one) => one.value === value) ? [[name, value] as const] : [];
  });
  return { ...Object.fromEntries(chosen), ...(q === '' ? {} : { q }) };
}

/** The address of a list with what was chosen, so that it can be kept, sent and come back to. */
export function listAddress(path: string, chosen: Chosen, after?: string): string {
  const query = new URLSearchParams({ ...chosen, ...(after === undefined ? {} : { after }) }).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** A page of a list, around its table. */
export type Listing = {
  readonly list: ListName;
  readonly path: string;
  readonly edition: Edition;
  readonly chosen: Chosen;
  readonly count: number;
  /** Where the next page begins; none on the last. */
  readonly next: string | undefined;
  /** How many were looked at, where that was the limit before the page was full. */
  readonly looked: number | undefined;
  /** Whether it begins where the list does. */
  readonly first: boolean;
};

/** The search, what was found, the table, and the way on. */
export function listing(params: Listing, table: Html): Html {
  const { path, chosen, count, next, looked, first } = params;
  const on = next && {
    text: looked === undefined ? words.next : words.further,
    href: listAddress(path, chosen, next),
  };
  const back = first ? undefined : { text: words.first, href: listAddress(path, chosen) };
  const clear = Object.keys(chosen).length > 0 && html` ${link(path, words.filters.clear)}`;
  return html`${searchForm(params)}
${paragraph(html`${saidOf(params)}${clear}`)}
${othersOf(params)}
${count > 0 && table}
${(on || back) && pagination({ previous: back, next: on || undefined })}`;
}

/** Who waits as a sign-up is on one of two lists. */
function othersOf({ list, edition, chosen: { needs: kind } }: Listing): Html | undefined {
  if (kind === undefined || (list !== 'organisations' && list !== 'volunteers')) return undefined;
  const other = list === 'organisations' ? 'volunteers' : 'organisations';
  const path = pathOf(`/organiser/editions/{edition}/${other}`, edition);
  return paragraph(link(listAddress(path, { needs: kind }), words.others[list]));
}

function saidOf({ list, chosen, count, next, looked, first }: Listing): string {
  const found = words.found[list](sayNumber(count), count === 1);
  if (looked !== undefined) return count === 0 ? words.lookedNone(sayNumber(looked)) : words.looked(sayNumber(looked), found);
  if (count === 0) return first && Object.keys(chosen).length === 0 ? words.none[list] : words.nothing;
  return next === undefined && first ? `${found}.` : `${found}. ${words.manyPages}`;
}

function searchForm({ list, path, edition, chosen }: Listing): Html {
  const filters = filtersOf(list, edition);
  const fields = filters.map(({ name, choices }) =>
    select({
      name,
      id: name,
      label: { text: words.filters[name] },
      value: chosen[name],
      items: [{ value: '', text: words.filters.any }, ...choices],
    }),
  );
  const search = input({ name: 'q', id: 'q', type: 'search', label: { text: words.search[list] }, value: chosen.q });
  const more = details({
    summaryText: words.filters.more,
    open: filters.some(({ name }) => chosen[name] !== undefined),
    html: html`<div class="app-filters">${fields}</div>`,
  });
  return html`<form method="get" action="${path}" role="search">${search}${more}${button({ text: words.filters.show, classes: 'govuk-button--secondary' })}</form>`;
}

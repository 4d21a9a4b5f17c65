import { yearGroups } from '#shared/domain/fields.ts';
import type { Balance, Coverage } from '#shared/domain/funding/coverage.ts';
import type { MenuEntry, SectorSession } from '#shared/domain/funding/items.ts';
import { sectorName, sectorsNow } from '#shared/domain/funding/sectors.ts';
import { pupilsAt } from '#shared/domain/funding/sessions.ts';
import { table } from '../components/table.ts';
import { type Filled, formState } from '../filled.ts';
import { checkboxesField, form, numberField, selectField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { type Console, consolePage, listTable, may } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { heading2, link, narrow, paragraph } from '../prose.ts';
import { sayList, sayNumber } from '../say.ts';
import { sayDate } from './say.ts';
import { sessionsContent as words } from './sessions.en.ts';

/** Somebody who can be put down as who comes. */
export type Person = { readonly kind: 'organisation' | 'volunteer'; readonly id: string; readonly name: string };

type Params = Console & {
  readonly menu: readonly MenuEntry[];
  readonly sessions: readonly SectorSession[];
  readonly coverage: readonly Coverage[];
  readonly balance: Balance;
  /** What schools are called, by URN. */
  readonly called: ReadonlyMap<string, string>;
  readonly people: readonly Person[];
  readonly filled?: Filled | undefined;
};

/** The menu, what schools asked for, who has had what, and how role models describe themselves. */
export function sessionsPage({ menu, sessions, coverage, balance, called, people, filled, ...console }: Params): string {
  const { edition } = console.edition;
  const path = pathOf('/organiser/editions/{edition}/funding/sessions', { edition });
  return consolePage(console, {
    title: words.title,
    path,
    filled,
    backLink: pathOf('/organiser/editions/{edition}/funding', { edition }),
    body: html`${paragraph(words.intro)}
${heading2(words.asked)}${askedTable(sessions, { menu, called })}
${coverageTable(coverage, called)}
${balanceSection(balance)}
${heading2(words.menu)}${menuTable(menu, people)}
${may(console, 'coordinator') && html`${heading2(words.add)}${narrow(menuForm(path, people, filled))}`}`,
  });
}

type Names = { readonly menu: readonly MenuEntry[]; readonly called: ReadonlyMap<string, string> };

function askedTable(sessions: readonly SectorSession[], { menu, called }: Names): Html {
  return listTable({
    name: words.asked,
    none: words.noneAsked,
    head: [words.entry, words.school, words.on, words.pupils, words.state].map((text) => ({ text })),
    rows: sessions
      .toSorted((a, b) => a.on.localeCompare(b.on) || a.session.localeCompare(b.session))
      .map((one) => [
        { html: link(pathOf('/organiser/editions/{edition}/funding/sessions/{session}', one), titleOf(one, menu)) },
        { text: called.get(one.urn) ?? one.urn },
        { text: sayDate(one.on) },
        { text: sayNumber(pupilsAt(one)) },
        { text: words.states[one.state] },
      ]),
  });
}

/** What a session is called on the menu. */
export function titleOf({ entry }: SectorSession, menu: readonly MenuEntry[]): string {
  return menu.find((one) => one.entry === entry)?.title ?? entry;
}

/** Sector by school, its gaps in words. */
export function coverageTable(coverage: readonly Coverage[], called: ReadonlyMap<string, string>): Html {
  const { sectors } = sectorsNow;
  const rows = coverage.map(({ urn, held }) => [
    { text: called.get(urn) ?? urn },
    ...sectors.map(({ id }) => ({ text: held[id] === 0 ? words.gap : sayNumber(held[id]) })),
  ]);
  const missing = sectors.map(({ id }) => coverage.filter(({ gaps }) => gaps.includes(id)).length);
  const last = [{ text: words.without }, ...missing.map((schools) => ({ text: words.gaps(schools, coverage.length) }))];
  return html`${heading2(words.coverage)}
${
  coverage.length === 0
    ? paragraph(words.noSchools)
    : html`${paragraph(words.coverageIntro)}${table({
        caption: words.coverage,
        captionClasses: 'govuk-visually-hidden',
        firstCellIsHeader: true,
        stacks: true,
        head: [words.school, ...sectors.map(({ name }) => name)].map((text) => ({ text })),
        rows: [...rows, last],
      })}`
}`;
}

/** How role models describe themselves, as far as it may be shown. */
export function balanceSection({ visits, said, counts }: Balance): Html {
  const rows =
    counts &&
    (['women', 'men', 'another'] as const).map((kind) => [{ text: words.models[kind] }, { text: sayNumber(counts[kind]) }]);
  return html`${heading2(words.balance)}${paragraph(words.balanceIntro)}
${paragraph(words.visits(sayNumber(visits), sayNumber(said)))}
${
  rows
    ? table({
        caption: words.balance,
        captionClasses: 'govuk-visually-hidden',
        firstCellIsHeader: true,
        head: [{ text: words.describes }, { text: words.balance }],
        rows,
      })
    : paragraph(words.hidden)
}`;
}

function menuTable(menu: readonly MenuEntry[], people: readonly Person[]): Html {
  return listTable({
    name: words.menu,
    none: words.noMenu,
    head: [words.entry, words.sector, words.by, words.years, words.minutes, words.shown].map((text) => ({ text })),
    rows: menu.map(({ title, entry, sector, visitor, years, minutes, state }) => [
      { text: `${title} (${entry})` },
      { text: sectorName(sector) },
      { text: visitor ? (people.find(({ id }) => id === visitor.id)?.name ?? words.left) : words.anybody },
      { text: sayYears(years) },
      { text: String(minutes) },
      { text: state === 'offered' ? words.yes : words.no },
    ]),
  });
}

/** Year groups in words. */
export function sayYears(years: MenuEntry['years']): string {
  return sayList(yearGroups.filter((year) => years.includes(year)).map((year) => labels.years[year]));
}

function menuForm(action: string, people: readonly Person[], filled: Filled | undefined): Html {
  const state = formState(filled);
  return form({
    action,
    body: html`${textField({ ...state, path: 'entry', label: words.short, hint: words.shortHint, spellcheck: false })}
${textField({ ...state, path: 'title', label: words.name })}
${selectField({
  ...state,
  path: 'sector',
  label: words.sector,
  empty: words.choose,
  options: sectorsNow.sectors.map(({ id, name }) => ({ value: id, text: name })),
})}
${selectField({
  ...state,
  path: 'visitor',
  label: words.by,
  empty: words.anybody,
  options: people.map(({ id, name }) => ({ value: id, text: name })),
})}
${checkboxesField({ ...state, path: 'years', label: words.years, small: true, options: yearGroups.map((value) => ({ value, text: labels.years[value] })) })}
${numberField({ ...state, path: 'minutes', label: words.minutes })}
${checkboxesField({ ...state, path: 'withdrawn', label: words.stillOn, small: true, options: [{ value: 'yes', text: words.withdrawn }] })}`,
    submit: words.save,
  });
}

import type { MenuEntry, SectorSession } from '#shared/domain/funding/items.ts';
import type { Match } from '#shared/domain/funding/match.ts';
import { sectorName } from '#shared/domain/funding/sectors.ts';
import { type Instant, londonDate } from '#shared/kernel/time.ts';
import { cohortFields } from '../cohort-fields.ts';
import { insetText } from '../components/inset-text.ts';
import { summaryList } from '../components/summary-list.ts';
import type { Filled } from '../filled.ts';
import { fieldGroup, form, type FormState, hiddenField, numberField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { cohortValues } from '../my-place/change.ts';
import { type Console, consolePage, listTable, may } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { heading2, lines, narrow, paragraph } from '../prose.ts';
import { sayCohorts } from '../say.ts';
import { sayDate } from './say.ts';
import { sessionsContent } from './sessions.en.ts';
import { type Person, titleOf } from './sessions.ts';

const { one: words, ...list } = sessionsContent;

type Params = Console & {
  readonly one: SectorSession;
  readonly menu: readonly MenuEntry[];
  readonly called: ReadonlyMap<string, string>;
  readonly people: readonly Person[];
  readonly matches: readonly Match[];
  /** Whether it counts for a deliverable, and so stays as it is. */
  readonly claimed: boolean;
  readonly now: Instant;
  readonly filled?: Filled | undefined;
};

/** One session that a school asked for: who could come and why, and the forms for what comes next. */
export function sessionPage(params: Params): string {
  const { one, menu, called, people, matches, claimed, now, filled, ...console } = params;
  const path = pathOf('/organiser/editions/{edition}/funding/sessions/{session}', one);
  const acts = may(console, 'coordinator') && !claimed && one.state !== 'cancelled';
  const open = one.state === 'asked' || one.state === 'matched';
  return consolePage(console, {
    title: words.title(titleOf(one, menu), called.get(one.urn) ?? one.urn),
    path,
    filled,
    backLink: pathOf('/organiser/editions/{edition}/funding/sessions', one),
    body: html`${claimed && insetText({ text: words.claimed })}${summaryList({ rows: rowsOf(one, people) })}
${acts && open && matchSection(path, one, matches)}
${acts && one.visitor && one.on <= londonDate(now) && html`${heading2(words.held)}${narrow(heldForm(path, one, filled))}`}
${acts && form({ action: `${path}/cancel`, submit: words.cancel, submitClasses: 'govuk-button--warning' })}`,
  });
}

function rowsOf({ sector, on, state, expected, came, visitor }: SectorSession, people: readonly Person[]) {
  const who = visitor ? (people.find(({ id }) => id === visitor.id)?.name ?? list.left) : words.nobody;
  return [
    { key: { text: list.sector }, value: { text: sectorName(sector) } },
    { key: { text: list.on }, value: { text: sayDate(on) } },
    { key: { text: list.state }, value: { text: list.states[state] } },
    { key: { text: words.visitor }, value: { text: who } },
    came
      ? { key: { text: words.came }, value: { html: lines(sayCohorts(came)) } }
      : { key: { text: words.expected }, value: { html: lines(sayCohorts(expected)) } },
  ];
}

function matchSection(path: string, one: SectorSession, matches: readonly Match[]): Html {
  return html`${heading2(words.match)}${paragraph(words.matchIntro)}
${listTable({
  name: words.match,
  none: words.noMatches,
  head: [words.who, words.why, words.write, words.decide].map((text) => ({ text })),
  rows: matches
    .slice(0, 10)
    .map((each) => [
      { text: each.name },
      { html: lines(reasonsOf(each)) },
      { html: lines([...(each.contact === each.name ? [] : [each.contact]), each.email]), classes: 'app-break' },
      one.visitor?.id === each.id ? { text: words.chosen } : { html: matchForm(path, each) },
    ]),
})}`;
}

function reasonsOf({ offersIt, ofSector, suitsYears, sessions, kilometres }: Match): string[] {
  const { reasons } = words;
  return [
    ...(offersIt ? [reasons.offersIt] : []),
    ...(ofSector ? [reasons.ofSector] : []),
    ...(suitsYears === undefined ? [] : [suitsYears ? reasons.suitsYears : reasons.otherYears]),
    reasons.sessions(sessions),
    ...(kilometres === undefined ? [] : [reasons.kilometres(kilometres.toFixed(1))]),
  ];
}

function matchForm(path: string, { kind, id, name }: Match): Html {
  return form({
    action: `${path}/match`,
    body: html`${hiddenField('kind', kind)}${hiddenField('visitor', id)}`,
    submit: words.choose(name),
    submitClasses: 'govuk-button--secondary',
  });
}

function heldForm(path: string, { came, expected, roleModels }: SectorSession, filled: Filled | undefined): Html {
  const kinds = ['women', 'men', 'another', 'unsaid'] as const;
  const held: FormState = {
    values: {
      ...cohortValues(came ?? expected),
      ...Object.fromEntries(kinds.map((kind) => [kind, [String(roleModels?.[kind] ?? 0)]])),
    },
    issues: [],
  };
  const state = filled ?? held;
  const models = kinds.map((kind) => numberField({ ...state, path: kind, label: list.models[kind] }));
  return form({
    action: `${path}/held`,
    body: html`${cohortFields(state, words.cohorts)}
${fieldGroup({ issues: state.issues, path: 'roleModels', label: words.models, hint: words.modelsHint, body: html`${models}` })}`,
    submit: words.keep,
  });
}

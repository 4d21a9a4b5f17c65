import type { Event } from '#shared/domain/event.ts';
import type { BenchCandidate } from '#shared/domain/rotation/bench.ts';
import { visitorName } from '#shared/domain/rotation/cards.ts';
import type { Cell, RescuedRotation } from '#shared/domain/rotation/rescue.ts';
import type { RescueForm } from '#shared/domain/rotation/rotation.ts';
import type { Rotation } from '#shared/domain/rotation/shape.ts';
import type { ReaderNews } from '#shared/domain/rotation/told.ts';
import { summaryList } from '../components/summary-list.ts';
import { type Filled, formState } from '../filled.ts';
import { checkboxesField, form, hiddenField, numberField, radiosField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { type Console, consolePage, listTable } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { heading2, lead, narrow, paragraph } from '../prose.ts';
import { sayNumber } from '../say.ts';
import { cardsContent as cardWords } from './cards.en.ts';
import { rotationContent } from './content.en.ts';
import { sayTime } from './card-lines.ts';
import { newsRows } from './news.ts';
import { lostList } from './plan-page.ts';

const { rescue: words } = rotationContent;

type RescueParams = Console & { readonly event: Event; readonly rotation: Rotation };

function paths({ edition, event }: Event) {
  const plan = pathOf('/organiser/editions/{edition}/events/{event}/rotation', { edition, event });
  return { plan, rescue: `${plan}/rescue` };
}

/** Asks what is lost, from when, and who could come instead. `bench` is in order of fit. */
export function rescuePage({
  event,
  rotation,
  bench,
  filled,
  ...console
}: RescueParams & { readonly bench: readonly BenchCandidate[]; readonly filled?: Filled | undefined }): string {
  const state = formState(filled);
  const lost = [
    ...rotation.brief.organisations.map(({ organisation, name }) => ({ value: `organisation:${organisation}`, text: name })),
    ...rotation.brief.rooms.map(({ room }) => ({ value: `room:${room}`, text: words.room(room) })),
    { value: 'time', text: words.time },
  ];
  const candidates = bench.map((one) => ({ value: one.id, text: one.name, hint: sayCandidate(one) }));
  const body = html`${hiddenField('version', String(rotation.version))}
${radiosField({ ...state, path: 'lost', label: words.lost, options: lost, small: true })}
${numberField({ ...state, path: 'from', label: words.from, hint: words.fromHint })}
${numberField({ ...state, path: 'until', label: words.until, hint: words.untilHint, optional: true })}
${candidates.length > 0 && checkboxesField({ ...state, path: 'bench', label: words.bench, hint: words.benchHint, options: candidates, optional: true, small: true })}`;
  const { plan, rescue } = paths(event);
  return consolePage(console, {
    title: words.title,
    backLink: plan,
    filled,
    body: narrow(html`${lead(words.how)}${form({ action: rescue, body, submit: words.preview })}`),
  });
}

/** What a rescue would change, before it is kept. */
export function rescuePreviewPage({
  event,
  rotation,
  rescued,
  news,
  asked,
  ...console
}: RescueParams & {
  readonly rescued: RescuedRotation;
  readonly news: readonly ReaderNews[];
  readonly asked: RescueForm;
}): string {
  const groups = new Set(rescued.changed.map(({ group }) => group)).size;
  const of = (count: number, one: string, more: string) => `${sayNumber(count)} ${count === 1 ? one : more}`;
  const { lost, from, until, bench = [], version } = asked;
  const hidden = [
    ['lost', lost],
    ['from', String(from)],
    ...(until === undefined ? [] : [['until', String(until)]]),
    ...bench.map((one) => ['bench', one]),
    ['version', String(version)],
    ['confirmed', 'yes'],
  ];
  const { rescue } = paths(event);
  const body = html`${hidden.map(([name = '', value = '']) => hiddenField(name, value))}`;
  return consolePage(console, {
    title: words.previewTitle,
    backLink: rescue,
    body: html`${paragraph(words.changed(of(rescued.changed.length, 'cell', 'cells'), of(groups, 'group', 'groups')))}
${paragraph(rescued.proved ? words.proved : words.notProved)}
${rescued.standIn !== undefined && paragraph(words.standIn(visitorName(rescued.brief, rescued.standIn)))}
${rescued.lost.length === 0 ? paragraph(words.nothingLost) : lostList(rescued)}
${changesTable(rotation, rescued)}
${heading2(words.told)}
${paragraph(news.length === 0 ? words.nobodyTold : words.toldHow)}
${news.map(readerNews)}
${form({ action: rescue, body, submit: words.confirm })}`,
  });
}

/** Whom to ring, how far they are and how many they take. */
function sayCandidate({ kind, contact, telephone, places, kilometres }: BenchCandidate): string {
  return [
    kind === 'volunteer' ? words.volunteer : undefined,
    contact,
    telephone ?? words.noTelephone,
    places === undefined ? undefined : words.takes(sayNumber(places)),
    kilometres === undefined ? words.distanceUnknown : words.distance(sayNumber(Math.round(kilometres * 10) / 10)),
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
}

/** What one reader will be told, as their letter says it. */
function readerNews(news: ReaderNews): Html {
  const rows = newsRows(news).map(({ key, value }) => ({ key: { text: key }, value: { text: value } }));
  const role = news.standsIn ? 'standIn' : news.kind;
  return html`<h3 class="govuk-heading-s">${words.readers[role](news.name)}</h3>\n${summaryList({ rows })}`;
}

function changesTable(before: Rotation, after: RescuedRotation): Html {
  const said = ({ brief, plan }: Pick<Rotation, 'brief' | 'plan'>, { group, slot }: Cell): string => {
    const session = plan.sessions.find((one) => one.slot === slot && one.groups.includes(group));
    return session ? `${visitorName(brief, session.organisation)}, ${session.room}` : cardWords.waits;
  };
  return listTable({
    name: words.previewTitle,
    none: words.nothingLost,
    head: [{ text: cardWords.groups }, { text: words.slot }, { text: words.before }, { text: words.now }],
    rows: after.changed.map((cell) => [
      { text: cardWords.group(cell.group) },
      { text: sayTime(after.brief.slots[cell.slot] ?? { starts: '', ends: '' }) },
      { text: said(before, cell) },
      { text: said(after, cell) },
    ]),
  });
}

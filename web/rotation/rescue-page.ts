import type { Event } from '#shared/domain/event.ts';
import type { Organisation } from '#shared/domain/organisation.ts';
import { visitorName } from '#shared/domain/rotation/cards.ts';
import type { Cell, RescuedRotation } from '#shared/domain/rotation/rescue.ts';
import type { RescueForm } from '#shared/domain/rotation/rotation.ts';
import type { Rotation } from '#shared/domain/rotation/shape.ts';
import { type Filled, formState } from '../filled.ts';
import { checkboxesField, form, hiddenField, numberField, radiosField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { type Console, consolePage, listTable } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { lead, narrow, paragraph } from '../prose.ts';
import { sayNumber } from '../say.ts';
import { cardsContent as cardWords } from './cards.en.ts';
import { rotationContent } from './content.en.ts';
import { sayTime } from './lines.ts';
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
}: RescueParams & { readonly bench: readonly Organisation[]; readonly filled?: Filled | undefined }): string {
  const state = formState(filled);
  const lost = [
    ...rotation.brief.organisations.map(({ organisation, name }) => ({ value: `organisation:${organisation}`, text: name })),
    ...rotation.brief.rooms.map(({ room }) => ({ value: `room:${room}`, text: words.room(room) })),
    { value: 'time', text: words.time },
  ];
  const candidates = bench.map(({ organisation: value, name: text }) => ({ value, text }));
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
  asked,
  ...console
}: RescueParams & { readonly rescued: RescuedRotation; readonly asked: RescueForm }): string {
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
${form({ action: rescue, body, submit: words.confirm })}`,
  });
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

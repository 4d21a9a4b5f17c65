import * as z from 'zod/mini';
import { checkRotation } from '#shared/domain/rotation/check.ts';
import type { Rotation } from '#shared/domain/rotation/shape.ts';
import { accepted, openLink, type Week } from './browsing.ts';
import type { PlannedEvent } from './plan.ts';
import { pathOf, readRotation, type Rotations } from './rotations.ts';

const preview = z.object({
  changed: z.array(z.object({ group: z.number() })),
  lost: z.array(z.object({ group: z.number() })),
  news: z.array(z.object({ reader: z.string(), kind: z.string(), name: z.string() })),
});
const bench = z.object({ bench: z.array(z.object({ id: z.string(), kind: z.string(), name: z.string() })) });

/**
 * The planned organisation does not come: the organiser looks who could come instead, looks at what would change and who
 * would be told, and sends it, all while the first slot is still ahead.
 */
export async function rescue(week: Week, event: PlannedEvent, rotations: Rotations): Promise<void> {
  const { plan, client, system } = week;
  const before = rotations.get(event.reference);
  const lost = plan.loss?.organisation;
  if (!before || lost === undefined) return;
  const id = week.organisations.get(lost) ?? '';
  const path = `${pathOf(event)}/rescue`;
  const firms = bench.parse(await client.read(path, week.cookie)).bench.filter(({ kind }) => kind === 'organisation');
  const form = { lost: `organisation:${id}`, from: 1, version: before.version, bench: firms.slice(0, 1).map((one) => one.id) };
  const shown = preview.parse((await client.send(path, form, week.cookie)).body);
  const cards = await cardsOf(week, event, before);
  const mails = system.inbox.count();
  await accepted(week, path, { ...form, confirmed: 'yes' }, week.cookie);
  await system.settle();
  const after = await readRotation(week, event);
  rotations.set(event.reference, after);
  const standIn = after.brief.organisations.find(({ standsInFor }) => standsInFor === id);
  noteWhoCame(week, event, { lost, standIn: standIn?.organisation });
  const told = system.inbox.list({ after: mails }).filter(({ tags }) => tags['template']?.[0] === 'rotation-changed').length;
  const unaffected = [...cards.keys()].filter((key) => !shown.news.some(({ reader }) => reader === key));
  const now = await cardsOf(week, event, before);
  week.problems.push(
    ...checkRotation(after).map((fault) => `${event.title}, rescued: ${fault}`),
    ...(told === shown.news.length ? [] : [`${told} were told of the rescue, and ${shown.news.length} were shown before`]),
    ...unaffected
      .filter((key) => now.get(key) !== cards.get(key))
      .map((key) => `the card of ${key} changed, and nobody was told`),
  );
  week.said.push(
    `${system.clock.now().slice(0, 16).replace('T', ', ')}: “${plan.organisations[lost]?.name}” does not come to ${event.title}.`,
    `  ${standIn ? `“${standIn.name}” steps in, the first of ${firms.length} who could` : 'Nobody steps in'}. Cells of the timetable that change: ${shown.changed.length}; meetings lost: ${shown.lost.length}.`,
    `  ${told} were told, those whom the preview showed. ${unaffected.length} organisations’ cards are the same to the byte.`,
  );
}

type Came = { readonly lost: number; readonly standIn: string | undefined };

function noteWhoCame({ ledger, organisations }: Week, { reference }: PlannedEvent, { lost, standIn }: Came): void {
  const came = ledger.events.get(reference)?.organisations;
  came?.delete(lost);
  for (const [index, id] of organisations) if (id === standIn) came?.add(index);
}

/** The cards of the organisations that were planned, as each sees its own by its link. */
async function cardsOf(week: Week, event: PlannedEvent, { brief }: Rotation): Promise<Map<string, string>> {
  const cards = new Map<string, string>();
  for (const [index, id] of week.organisations) {
    if (!brief.organisations.some(({ organisation }) => organisation === id)) continue;
    const cookie = await openLink(week, week.plan.organisations[index]?.email ?? '');
    cards.set(id, await week.client.page(`/my/offers/${event.reference}/rotation`, cookie));
  }
  return cards;
}

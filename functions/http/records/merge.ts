import { mergeOrganisations, mergeVolunteers, type HeldPlace, type MovedPlace, movePlaces } from '#shared/domain/merge.ts';
import type { Visitor } from '#shared/domain/visitor.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader, Write } from '#shared/ports.ts';
import type { NewFact } from '#shared/system/events.ts';
import { visitorId } from '#web/organiser/visitor-record.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { PostCall } from '../../runtime/http.ts';
import { outboxWrite } from '../../runtime/outbox.ts';
import { offeredTo } from '../held-places.ts';
import { findVisitor, visitorPath } from './find.ts';

/** How many places one merge moves at most: each takes three of the hundred writes of its transaction. */
const mostPlaces = 20;
/** How many volunteers come along with their organisation at most: each takes one. */
const mostVolunteers = 30;

type MergeCall = PostCall<'POST /organiser/editions/{edition}/visitors/{kind}/{visitor}/merge', 'records'>;

/**
 * Merges another record of the same kind into this one: the answers chosen, every place and every volunteer of it moved,
 * the other withdrawn with its links leading here; all in one transaction. Conflicts as the decision says; `in-rotation`,
 * `merge-too-large`.
 */
export async function mergeRecords(call: MergeCall): Promise<Answer> {
  const { params, body, ports } = call;
  const answer = { seeOther: `${visitorPath(params)}?done=merged`, data: { state: 'merged' } };
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const [stays, goes] = await Promise.all([
      findVisitor(ports.read, params),
      findVisitor(ports.read, { ...params, visitor: body.with }),
    ]);
    // The button pressed twice: the first press did it.
    if (goes.state.mergedInto === params.visitor) return answer;
    const { ok } = await ports.write.transact(await mergeWrites(call, stays, goes));
    if (ok) return answer;
  }
  throw new AppError('unavailable', 'busy', 'Many people are changing this at the same moment. Try again.');
}

async function mergeWrites(call: MergeCall, stays: Visitor, goes: Visitor): Promise<Write[]> {
  const { ports, params } = call;
  const { edition, visitor: to } = params;
  const { facts, writes } = decided(call, stays, goes);
  const [held, own, along] = await Promise.all([
    offeredTo({ edition, subject: visitorId(goes) }, ports.read),
    offeredTo({ edition, subject: to }, ports.read),
    goes.kind === 'organisation' ? volunteersOf({ edition, from: visitorId(goes), to }, ports.read) : [],
  ]);
  await requireMovable(held, along, ports.read);
  const moved = movePlaces(held, to, own);
  const from = visitorId(goes);
  const movedFacts = moved.map(({ kept: { event, kind, visitor, version } }): NewFact => {
    return { type: 'offer.moved.v1', data: { event, kind, visitor, from, version } };
  });
  return [
    ...writes,
    ...along,
    ...moved.flatMap((one) => placeWrites(one, held)),
    ...outboxWrite(edition, [...facts, ...movedFacts], call),
  ];
}

function decided({ body: form, now }: MergeCall, stays: Visitor, goes: Visitor): { facts: readonly NewFact[]; writes: Write[] } {
  const asRead = ({ state: { version, offers } }: Visitor) => ({ version, offers });
  if (stays.kind === 'organisation' && goes.kind === 'organisation') {
    const { state, gone, facts } = mergeOrganisations(stays.state, { goes: goes.state, form, now });
    return {
      facts,
      writes: [
        { put: 'organisation', item: state, when: asRead(stays) },
        { put: 'organisation', item: gone, when: asRead(goes) },
      ],
    };
  }
  if (stays.kind === 'volunteer' && goes.kind === 'volunteer') {
    const { state, gone, facts } = mergeVolunteers(stays.state, { goes: goes.state, form, now });
    return {
      facts,
      writes: [
        { put: 'volunteer', item: state, when: asRead(stays) },
        { put: 'volunteer', item: gone, when: asRead(goes) },
      ],
    };
  }
  throw new AppError('conflict', 'same-record', 'Choose another record to merge with.');
}

type Along = { readonly edition: string; readonly from: string; readonly to: string };

/** Volunteers who signed up with the organisation that goes are with the one that stays. */
async function volunteersOf({ edition, from, to }: Along, read: TableReader): Promise<Write[]> {
  const all = await read.list('volunteer', { edition });
  return all
    .filter(({ organisation }) => organisation === from)
    .map((one) => ({
      put: 'volunteer',
      item: { ...one, organisation: to, version: one.version + 1 },
      when: { version: one.version, offers: one.offers },
    }));
}

async function requireMovable(held: readonly HeldPlace[], along: readonly Write[], read: TableReader): Promise<void> {
  if (held.length > mostPlaces || along.length > mostVolunteers) {
    const message = `At most ${mostPlaces} places and ${mostVolunteers} volunteers can move at once. Withdraw the other record instead.`;
    throw new AppError('conflict', 'merge-too-large', message);
  }
  const rotations = await Promise.all(held.map(({ event }) => read.get('rotation', event)));
  const planned = held.find(({ offer }, index) => JSON.stringify(rotations[index] ?? '').includes(offer.visitor));
  if (!planned) return;
  const message = `The other record is in the rotation plan of “${planned.event.title}”. Merge the other way round, or make that plan anew first.`;
  throw new AppError('conflict', 'in-rotation', message);
}

function placeWrites({ event, gone, kept, had }: MovedPlace, held: readonly HeldPlace[]): Write[] {
  const before = held.find((one) => one.event.event === event.event)?.event;
  if (!before) throw new Error('a place that is moved was held');
  return [
    // Its free places are counted down beside its version: both are as they were read.
    { put: 'event', item: event, when: { version: before.version, placesFree: before.placesFree } },
    { remove: 'offer', key: gone, when: { version: gone.version } },
    { put: 'offer', item: kept, when: had ? { version: had.version } : 'absent' },
  ];
}

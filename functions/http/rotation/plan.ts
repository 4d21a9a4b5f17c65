import type { Event } from '#shared/domain/event.ts';
import type { Organisation } from '#shared/domain/organisation.ts';
import { briefOf } from '#shared/domain/rotation/brief.ts';
import { smallestRemedies } from '#shared/domain/rotation/changes.ts';
import { checkRotation } from '#shared/domain/rotation/check.ts';
import { packRotation, unpackRotation } from '#shared/domain/rotation/keep.ts';
import { planRotation } from '#shared/domain/rotation/plan.ts';
import { keepPlan } from '#shared/domain/rotation/rotation.ts';
import type { Rotation } from '#shared/domain/rotation/shape.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';
import { cardsPage } from '#web/rotation/cards-page.ts';
import { impossiblePage } from '#web/rotation/impossible-page.ts';
import { planPage } from '#web/rotation/plan-page.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { findEdition } from '../find.ts';
import { type Key, planOf, planPath, requireRotation } from './find.ts';

type Path = '/organiser/editions/{edition}/events/{event}/rotation';
type PlanRoute = `GET ${Path}` | `POST ${Path}`;

/** The rotation as it stands, or the form to plan it. */
export async function showRotation(
  { ports: { read }, params, session, newId }: Call<PlanRoute, 'rotation'>,
  filled?: Filled,
): Promise<Answer> {
  const [found, parts, kept] = await Promise.all([
    findEdition(read, params.edition, { drafts: true }),
    readParts(read, params),
    read.get('rotation', params),
  ]);
  const rotation = unpackRotation(kept);
  const faults = rotation ? checkRotation(rotation) : [];
  const page = planPage({ ...found, ...parts, organiser: session, rotation, faults, requestKey: newId(), filled });
  return { page, data: { rotation, faults } };
}

async function readParts(read: TableReader, key: Key) {
  const event = await requireRotation(read, key);
  const [bookings, organisations] = await Promise.all([read.list('booking', key), organisationsOf(read, event)]);
  return { event, bookings, organisations };
}

async function organisationsOf(read: TableReader, { edition, organisations }: Event): Promise<Organisation[]> {
  const found = await Promise.all(organisations.map((organisation) => read.get('organisation', { edition, organisation })));
  return found.flatMap((one) => (one && one.state !== 'withdrawn' ? [one] : []));
}

/** Plans the rotation and keeps the plan; where none can be made, answers 422 with the clash and what would help. */
export async function makeRotation(call: PostCall<`POST ${Path}`, 'rotation'>): Promise<Answer> {
  const { ports, params, body, session, now } = call;
  const [found, parts] = await Promise.all([
    findEdition(ports.read, params.edition, { drafts: true }),
    readParts(ports.read, params),
  ]);
  if (parts.event.state === 'cancelled') throw new AppError('conflict', 'event-cancelled', 'This event is cancelled.');
  const brief = briefOf(body, parts);
  const planned = planRotation(brief);
  if (!planned.possible) {
    const { clashes, proved } = planned;
    const remedies = smallestRemedies(brief);
    const page = impossiblePage({ ...found, organiser: session, event: parts.event, brief, clashes, remedies, proved });
    return { status: 422, page, data: { possible: false, clashes, remedies, proved } };
  }
  await accept<Rotation>(call, {
    edition: params.edition,
    find: async () => unpackRotation(await ports.read.get('rotation', params)),
    decide: (current) => keepPlan(current, { event: parts.event, planned, brief, now }),
    writes: (item, when) => [{ put: 'rotation', item: packRotation(item), when }],
    reference: ({ event }) => event,
  });
  return { status: 201, seeOther: planPath(params), data: { ...planned } };
}

/** Everything to print. */
export async function showCards({ ports: { read }, params, session }: Call<`GET ${Path}/cards`, 'rotation'>): Promise<Answer> {
  const [found, event, rotation] = await Promise.all([
    findEdition(read, params.edition, { drafts: true }),
    requireRotation(read, params),
    planOf(read, params),
  ]);
  return { page: cardsPage({ ...found, organiser: session, event, rotation }), data: { rotation } };
}

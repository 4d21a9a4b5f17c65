import { cameOf, type CheckIn, checkInGroup, type ExpectedGroup, expectedGroups } from '#shared/domain/check-in.ts';
import { type Booking, type Event, takeAttendance } from '#shared/domain/event.ts';
import { unpackRotation } from '#shared/domain/rotation/keep.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader, Write } from '#shared/ports.ts';
import { checkInPage, ownCheckInPage } from '#web/day/check-in-pages.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept, type Request } from '../accept.ts';
import { findEdition } from '../find.ts';
import { findPlace } from '../my/find-place.ts';
import { findEvent } from '../organiser/find-event.ts';

const path = '/organiser/editions/{edition}/events/{event}/check-in';
const ownPath = '/my/place/bookings/{event}/check-in';
type Route = `${'GET' | 'POST'} ${typeof path}`;
type OwnRoute = `${'GET' | 'POST'} ${typeof ownPath}`;

/** An event with its groups and what stands for each. */
async function readGroups(read: TableReader, key: { readonly edition: string; readonly event: string }) {
  const [event, bookings, checkIns, kept] = await Promise.all([
    findEvent(read, key),
    read.list('booking', key),
    read.list('checkIn', key),
    read.get('rotation', key),
  ]);
  return { event, bookings, checkIns, groups: expectedGroups(bookings, unpackRotation(kept)?.plan.groups) };
}

/** The groups of an event, to check in. */
export async function showCheckIn(
  { ports: { read }, params, session, newId }: Call<Route, 'day'>,
  filled?: Filled,
): Promise<Answer> {
  const [found, { event, groups, checkIns }] = await Promise.all([
    findEdition(read, params.edition, { drafts: true }),
    readGroups(read, params),
  ]);
  const page = checkInPage({ ...found, organiser: session, event, groups, checkIns, newKey: newId, filled });
  return { page, data: { groups, checkIns } };
}

/** Counts one group; the headcounts of its schools are what all check-ins together say. */
export async function checkIn(call: PostCall<`POST ${typeof path}`, 'day'>): Promise<Answer> {
  const { params, body, ports } = call;
  const { event, groups } = await readGroups(ports.read, params);
  const state = await count(call, { event, group: groupIn(groups, body.group), form: body, by: 'organiser' });
  return {
    seeOther: `/organiser/editions/${params.edition}/events/${params.event}/check-in#${body.group}`,
    data: { checkIn: state },
  };
}

/** The groups that a school's own adults lead; the host sees all. Not found `not-booked` for an event it has no part in. */
export async function showOwnCheckIn(
  { ports: { read }, params, session, newId }: Call<OwnRoute, 'day'>,
  filled?: Filled,
): Promise<Answer> {
  const { school, ...found } = await findPlace(read, session);
  const { event, checkIns, groups } = await readGroups(read, { edition: session.edition, event: params.event });
  const own = ownGroups(event, groups, school.urn);
  return { page: ownCheckInPage({ ...found, event, groups: own, checkIns, newKey: newId, filled }), data: { groups: own } };
}

/** Counts one of a school's own groups. */
export async function checkOwnIn(call: PostCall<`POST ${typeof ownPath}`, 'day'>): Promise<Answer> {
  const { params, body, ports, session } = call;
  const { school } = await findPlace(ports.read, session);
  const { event, groups } = await readGroups(ports.read, { edition: session.edition, event: params.event });
  const group = groupIn(ownGroups(event, groups, school.urn), body.group);
  const state = await count(call, { event, group, form: body, by: 'school' });
  return { seeOther: `/my/place/bookings/${params.event}/check-in#${body.group}`, data: { checkIn: state } };
}

function ownGroups({ host }: Event, groups: readonly ExpectedGroup[], urn: string): ExpectedGroup[] {
  const has = ({ leader, members }: ExpectedGroup) => (leader ? leader.urn === urn : members.some((one) => one.urn === urn));
  const there =
    host === urn || groups.some(({ leader, members }) => leader?.urn === urn || members.some((one) => one.urn === urn));
  if (!there) throw new AppError('not-found', 'not-booked', 'Your school has no places at this event.');
  return host === urn ? [...groups] : groups.filter(has);
}

function groupIn(groups: readonly ExpectedGroup[], name: string): ExpectedGroup {
  const found = groups.find(({ group }) => group === name);
  if (found) return found;
  const message = 'Choose a group from the list';
  throw new AppError('invalid', 'group-unknown', `${message}.`, [{ path: 'group', message }]);
}

type Counting = Omit<Parameters<typeof checkInGroup>[1], 'now'>;

async function count(request: Request, counting: Counting): Promise<CheckIn | undefined> {
  const { event, group } = counting;
  const { read } = request.ports;
  const key = { edition: event.edition, event: event.event };
  let bookings: readonly Booking[] = [];
  let others: readonly CheckIn[] = [];
  let headcounts: readonly Booking[] = [];
  const { state } = await accept<CheckIn>(request, {
    edition: event.edition,
    find: async () => {
      const [all, booked] = await Promise.all([read.list('checkIn', key), read.list('booking', key)]);
      bookings = booked.filter(({ urn }) => group.members.some((one) => one.urn === urn));
      others = all.filter((one) => one.group !== group.group);
      return all.find((one) => one.group === group.group);
    },
    decide: (current) => {
      const decision = checkInGroup(current, { ...counting, now: request.now });
      if (decision.facts.length === 0) return decision;
      const taken = bookings.map((one) => {
        const attended = cameOf(one.urn, [...others, decision.state]);
        return takeAttendance(one, { event, attended, now: request.now });
      });
      // Written anew also where the number stays, so that two groups of a school counted at once see each other.
      headcounts = taken.map(({ state: one, facts }, index) =>
        facts.length > 0 ? one : { ...one, version: (bookings[index]?.version ?? 0) + 1 },
      );
      return { state: decision.state, facts: [...decision.facts, ...taken.flatMap(({ facts }) => facts)] };
    },
    writes: (item, when) => [
      { put: 'checkIn', item, when },
      ...headcounts.map((one): Write => ({ put: 'booking', item: one, when: { version: one.version - 1 } })),
    ],
    reference: ({ group: name }) => name,
  });
  return state;
}

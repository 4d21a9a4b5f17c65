import type { Crossing } from '#shared/domain/child-days.ts';
import type { Course } from '#shared/domain/courses/items.ts';
import { askProfessional, takeOver, type TakenOver } from '#shared/domain/courses/professionals.ts';
import { nameSubstitute } from '#shared/domain/courses/ready.ts';
import { isProfessional } from '#shared/domain/courses/template.ts';
import type { Event } from '#shared/domain/event.ts';
import { countingOn, type Offer } from '#shared/domain/offer.ts';
import { gatheringOf } from '#shared/domain/clash.ts';
import type { Volunteer } from '#shared/domain/volunteer.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader, Write } from '#shared/ports.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { crossingAt } from '../child-days.ts';
import { findEdition } from '../find.ts';
import { clashesWith, requireNoClash } from '../organiser/clashes.ts';
import { findEvent } from '../organiser/find-event.ts';
import { findCourse, present, sessionOf } from './find.ts';

type Path = '/organiser/editions/{edition}/courses/{course}/sessions/{session}';
type Params = PostCall<`POST ${Path}/ask`, 'courses'>['params'];

/** Asks a professional for a session: they get the letter of any offered place. One who is elsewhere then is refused. */
export async function askForSession(call: PostCall<`POST ${Path}/ask`, 'courses'>): Promise<Answer> {
  const { ports, params, body, now } = call;
  const key = await eventKey(ports.read, params);
  const volunteer = await ports.read.get('volunteer', { edition: params.edition, volunteer: body.volunteer });
  let before: Event | undefined;
  let offer: Offer | undefined;
  await accept<Event>(call, {
    edition: params.edition,
    find: async () => {
      before = await findEvent(ports.read, key);
      await requireFree(before, body.volunteer, 'volunteer', ports.read);
      return before;
    },
    decide: (current) => {
      const asked = askProfessional(present(current), volunteer, now);
      ({ offer } = asked);
      return asked;
    },
    writes: (item) => [
      { put: 'event', item, when: { version: present(before).version, placesFree: item.placesFree } },
      { put: 'offer', item: present(offer), when: 'absent' },
      meet(present(volunteer)),
    ],
    reference: ({ event }) => event,
  });
  return doneAt(params, 'asked');
}

/** Names the substitute of a session. */
export async function nameCover(call: PostCall<`POST ${Path}/substitute`, 'courses'>): Promise<Answer> {
  const { ports, params, body } = call;
  const event = await findEvent(ports.read, await eventKey(ports.read, params));
  const volunteer = await ports.read.get('volunteer', { edition: params.edition, volunteer: body.substitute });
  await accept<Course>(call, {
    edition: params.edition,
    find: () => findCourse(ports.read, params),
    decide: (current) => {
      const { session } = sessionOf(present(current), params.session);
      return nameSubstitute(present(current), { session, event, volunteer });
    },
    writes: (item, when) => [{ put: 'schoolCourse', item, when }],
    reference: ({ course }) => course,
  });
  return doneAt(params, 'substitute');
}

type Standing = {
  readonly event: Event;
  readonly holders: readonly Offer[];
  readonly substitute: Volunteer | undefined;
  readonly crossing: Crossing | undefined;
};

/** Lets the substitute take a session over, in one step: both are told, and the safeguarding line is looked at. */
export async function takeSessionOver(call: PostCall<`POST ${Path}/take-over`, 'courses'>): Promise<Answer> {
  const { ports, params, now } = call;
  let standing: Standing | undefined;
  let taken: TakenOver | undefined;
  await accept<Course>(call, {
    edition: params.edition,
    find: async () => {
      const course = await findCourse(ports.read, params);
      standing = await standingAt(course, params, ports.read);
      return course;
    },
    decide: (current) => {
      const { session } = sessionOf(present(current), params.session);
      return (taken = takeOver(present(current), { session, ...present(standing), now }));
    },
    writes: (item, when) => takenWrites(item, when, present(taken), present(standing)),
    reference: ({ course }) => course,
  });
  return doneAt(params, 'taken-over');
}

type Version = Extract<Write, { put: 'schoolCourse' }>['when'];

function takenWrites(item: Course, when: Version, { event, offer, released }: TakenOver, standing: Standing): Write[] {
  const { version, placesFree } = standing.event;
  return [
    { put: 'schoolCourse', item, when },
    { put: 'event', item: event, when: { version, placesFree } },
    { put: 'offer', item: offer, when: 'absent' },
    ...released.map((one): Write => ({ put: 'offer', item: one, when: { version: one.version - 1 } })),
    meet(present(standing.substitute)),
  ];
}

async function standingAt(course: Course, { edition, session }: Params, read: TableReader): Promise<Standing> {
  const named = sessionOf(course, session);
  const event = await findEvent(read, { edition, event: named.event });
  const volunteer = named.substitute;
  const [offers, substitute, setting] = await Promise.all([
    read.list('offer', event),
    volunteer === undefined ? undefined : read.get('volunteer', { edition, volunteer }),
    findEdition(read, edition, { drafts: true }),
  ]);
  if (substitute) await requireFree(event, substitute.volunteer, 'substitute', read);
  const crossing = substitute && (await crossingAt(event, substitute, { setting, read }));
  return { event, holders: countingOn(offers), substitute, crossing };
}

/** Refuses somebody who is at another event then. Conflict `clash`. */
async function requireFree(event: Event, volunteer: string, path: string, read: TableReader): Promise<void> {
  const alone = { ...event, organisations: [], volunteers: [volunteer], state: 'draft' as const };
  const clashes = await clashesWith(gatheringOf(alone, [], []), event.edition, read);
  requireNoClash(
    clashes.filter(({ what }) => what === 'volunteers'),
    false,
    path,
  );
}

/** Meets a withdrawal, or another answer, of the same volunteer at their row. */
function meet({ edition, volunteer, state, offers }: Volunteer): Write {
  return { reserve: 'volunteer', key: { edition, volunteer }, counter: 'offers', by: -1, when: { state, offers } };
}

/** The event of a professional's session. Not found `session-unknown`. */
async function eventKey(read: TableReader, params: Params): Promise<{ readonly edition: string; readonly event: string }> {
  const { session, event } = sessionOf(await findCourse(read, params), params.session);
  if (!isProfessional(session)) throw new AppError('not-found', 'session-unknown', 'No professional comes to this session.');
  return { edition: params.edition, event };
}

function doneAt({ edition, course, session }: Params, done: string): Answer {
  return { seeOther: `/organiser/editions/${edition}/courses/${course}/sessions/${session}`, data: { state: done } };
}

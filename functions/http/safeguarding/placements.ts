import { id } from '#shared/domain/fields.ts';
import type { Offer } from '#shared/domain/offer.ts';
import type { BarredListCheck, PlacementDecision } from '#shared/domain/placement-record.ts';
import { askBarredListCheck, decidePlacement, type PlacementForm } from '#shared/domain/placement.ts';
import type { Volunteer } from '#shared/domain/volunteer.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';
import { type SafeguardingDone, safeguardingDone } from '#web/safeguarding/content.en.ts';
import { safeguardingListPage } from '#web/safeguarding/list-page.ts';
import { safeguardingPersonPage } from '#web/safeguarding/person-page.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { type Standing, standingOf } from '../child-days.ts';
import { required } from '../confirm-school.ts';
import { findEdition } from '../find.ts';
import { findEvent } from '../organiser/find-event.ts';

type Path = '/organiser/editions/{edition}/safeguarding';
type PersonPath = `${Path}/{volunteer}`;

/** Who waits for a decision, and what was decided. */
export async function showSafeguarding({
  ports: { read },
  params,
  session,
}: Call<`GET ${Path}`, 'safeguarding'>): Promise<Answer> {
  const [found, tasks, volunteers, decisions, checks] = await Promise.all([
    findEdition(read, params.edition, { drafts: true }),
    read.list('task', params, { startsWith: 'line#' }),
    read.list('volunteer', params),
    read.list('placementDecision', params),
    read.list('barredListCheck', params),
  ]);
  const names = new Map(volunteers.map((one) => [one.volunteer, one.contact.name]));
  const waiting = tasks.flatMap(({ visitor, since }) => (visitor === undefined ? [] : [{ volunteer: visitor, since }]));
  const people = await organisersOf(params.edition, read);
  const page = { ...found, organiser: session, waiting, names, decisions: newestFirst(decisions), checks, people };
  return { page: safeguardingListPage(page), data: { waiting, decisions, checks } };
}

type Shown = `GET ${PersonPath}` | `POST ${PersonPath}/decisions` | `POST ${PersonPath}/check`;

/** One person's days with children, each place that waits with its warning, and the decisions taken. */
export async function showPerson(
  { ports: { read }, params, query, session, newId }: Call<Shown, 'safeguarding'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  const person = await findVolunteer(read, params);
  const [standing, decisions, check, people] = await Promise.all([
    standingOf(person, found, read),
    read.list('placementDecision', params, { startsWith: `${params.volunteer}#` }),
    read.get('barredListCheck', params),
    organisersOf(params.edition, read),
  ]);
  const done = safeguardingDone.find((one) => one === query['done']);
  const shown = { ...found, organiser: session, person, standing, decisions: newestFirst(decisions), check, people };
  const page = safeguardingPersonPage({ ...shown, done, requestKey: newId(), filled });
  return { page, data: { ...standing, decisions, check: check ?? null } };
}

/**
 * Confirms or refuses a place that waits, and keeps the decision with its reason and the days it was taken on, in one
 * transaction.
 */
export async function decide(call: PostCall<`POST ${PersonPath}/decisions`, 'safeguarding'>): Promise<Answer> {
  const { ports, params, body: form, now, by } = call;
  const { read } = ports;
  const setting = await findEdition(read, params.edition, { drafts: true });
  const person = await findVolunteer(read, params);
  const key = { edition: params.edition, event: form.event };
  const event = await findEvent(read, key);
  let standing: Standing | undefined;
  await accept<Offer>(call, {
    edition: params.edition,
    find: async () => {
      standing = await standingOf(person, setting, read);
      return read.get('offer', { ...key, visitor: params.volunteer });
    },
    decide: (current) => decidePlacement(required(current), { event, form, now }),
    writes: (item, when) => [
      { put: 'offer', item, when },
      { put: 'placementDecision', item: decisionOf(item, form, { standing, now, by }), when: 'absent' },
    ],
    reference: ({ event: at }) => at,
  });
  return doneAt(params, form.outcome);
}

type Deciding = Pick<PostCall<`POST ${PersonPath}/decisions`, 'safeguarding'>, 'now' | 'by'> & {
  readonly standing: Standing | undefined;
};

function decisionOf(
  { edition, event, visitor }: Offer,
  { outcome, reason }: PlacementForm,
  { standing, now, by }: Deciding,
): PlacementDecision {
  const crossing = standing?.waiting.find((one) => one.offer.event === event)?.crossing;
  const days = [...(crossing?.days ?? standing?.days ?? [])];
  return { edition, event, volunteer: visitor, at: now, by, outcome, reason, why: crossing?.why, days };
}

/** Records that a check against the barred list is asked for. Conflict `below-the-line`: below it nobody may ask. */
export async function askForCheck(call: PostCall<`POST ${PersonPath}/check`, 'safeguarding'>): Promise<Answer> {
  const { ports, params, now, by } = call;
  const { read } = ports;
  const setting = await findEdition(read, params.edition, { drafts: true });
  const person = await findVolunteer(read, params);
  let standing: Standing | undefined;
  await accept<BarredListCheck>(call, {
    edition: params.edition,
    find: async () => {
      standing = await standingOf(person, setting, read);
      return read.get('barredListCheck', params);
    },
    decide: (current) => askBarredListCheck(current, standing?.crossing, { ...params, by, now }),
    writes: (item, when) => [{ put: 'barredListCheck', item, when }],
    reference: ({ volunteer }) => volunteer,
  });
  return doneAt(params, 'asked');
}

function doneAt(
  { edition, volunteer }: { readonly edition: string; readonly volunteer: string },
  done: SafeguardingDone,
): Answer {
  return { seeOther: `/organiser/editions/${edition}/safeguarding/${volunteer}?done=${done}`, data: { state: done } };
}

async function findVolunteer(
  read: TableReader,
  key: { readonly edition: string; readonly volunteer: string },
): Promise<Volunteer> {
  const found = id.safeParse(key.volunteer).success ? await read.get('volunteer', key) : undefined;
  if (!found) throw new AppError('not-found', 'volunteer-unknown', 'There is no such volunteer.');
  return found;
}

/** Addresses of the team's members by what a decision's `by` says. */
async function organisersOf(edition: string, read: TableReader): Promise<ReadonlyMap<string, string>> {
  const team = await read.get('team', { edition });
  return new Map((team?.members ?? []).map(({ organiser, email }) => [`organiser:${organiser}`, email]));
}

function newestFirst(decisions: readonly PlacementDecision[]): PlacementDecision[] {
  return decisions.toSorted((a, b) => b.at.localeCompare(a.at));
}

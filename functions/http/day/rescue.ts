import type { Event } from '#shared/domain/event.ts';
import type { Offer } from '#shared/domain/offer.ts';
import type { BenchCandidate } from '#shared/domain/rotation/bench.ts';
import { packRotation } from '#shared/domain/rotation/keep.ts';
import { type RescuedRotation, rescueRotation } from '#shared/domain/rotation/rescue.ts';
import { changedMeanwhile, disruptionOf, keepRescue } from '#shared/domain/rotation/rotation.ts';
import type { Disruption, Rotation, RotationOrganisation } from '#shared/domain/rotation/shape.ts';
import { newsOf } from '#shared/domain/rotation/told.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { TableReader, Write } from '#shared/ports.ts';
import { rescuePage, rescuePreviewPage } from '#web/rotation/rescue-page.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { findEdition } from '../find.ts';
import { benchFor } from './bench.ts';
import { planOf, planPath, requireRotation } from '../rotation/find.ts';

type Path = '/organiser/editions/{edition}/events/{event}/rotation/rescue';
type RescueRoute = `GET ${Path}` | `POST ${Path}`;

/** Asks what is lost. */
export async function showRescue(
  { ports: { read }, params, session }: Call<RescueRoute, 'day'>,
  filled?: Filled,
): Promise<Answer> {
  const { found, event, rotation, bench } = await partsOf(read, params);
  return { page: rescuePage({ ...found, organiser: session, event, rotation, bench, filled }), data: { bench } };
}

async function partsOf(read: TableReader, params: { readonly edition: string; readonly event: string }) {
  const [found, event, rotation] = await Promise.all([
    findEdition(read, params.edition, { drafts: true }),
    requireRotation(read, params),
    planOf(read, params),
  ]);
  return { found, event, rotation, bench: await benchFor(read, { event, rotation, setting: found }) };
}

/** Rescues the rotation. Sent without `confirmed`, it changes nothing and shows what would change and who would be told. */
export async function rescue(call: PostCall<`POST ${Path}`, 'day'>): Promise<Answer> {
  const { ports, params, body: form, session, now } = call;
  const { found, event, rotation, bench } = await partsOf(ports.read, params);
  if (event.state === 'cancelled') throw new AppError('conflict', 'event-cancelled', 'This event is cancelled.');
  const disruption = disruptionOf(rotation, form);
  const asked = bench.filter(({ id }) => form.bench?.includes(id));
  const rescued = rescueRotation(rotation, {
    disruption,
    from: form.from - 1,
    bench: asked.map((one) => whoComes(one, rotation, disruption)),
  });
  const news = newsOf(rotation, rescued, event.host);
  if (form.confirmed !== true) {
    const page = rescuePreviewPage({ ...found, organiser: session, event, rotation, rescued, news, asked: form });
    return { page, data: { next: 'confirm', ...rescued, news } };
  }
  const standIn = bench.find(({ id }) => id === rescued.standIn);
  const more = await placeWrites({ event, disruption, rescued, rotation, standIn, now }, ports.read);
  await accept<Rotation>(call, {
    edition: params.edition,
    find: () => planOf(ports.read, params),
    decide: (current) => keepRescue(current ?? rotation, { rescued, form, now }),
    writes: (item, when) => [{ put: 'rotation', item: packRotation(item), when }, ...more],
    reference: () => params.event,
    explain: async () => {
      throw changedMeanwhile();
    },
  });
  return { seeOther: planPath(params), data: { ...rescued, news } };
}

/** A volunteer has not said how many pupils they take: as many as whoever is lost. */
function whoComes({ id, name, places }: BenchCandidate, { brief }: Rotation, disruption: Disruption): RotationOrganisation {
  const lost = brief.organisations.find(
    (one) => disruption.lost === 'organisation' && one.organisation === disruption.organisation,
  );
  return { organisation: id, name, places: places ?? lost?.places ?? 0, slots: brief.slots.map((_, slot) => slot) };
}

type Places = {
  readonly event: Event;
  readonly disruption: Disruption;
  readonly rotation: Rotation;
  readonly rescued: RescuedRotation;
  readonly standIn: BenchCandidate | undefined;
  readonly now: Instant;
};

/** Whoever steps in has a place that they accepted on the telephone; whoever never came is kept as absent. */
async function placeWrites({ event, disruption, rotation, rescued, standIn, now }: Places, read: TableReader): Promise<Write[]> {
  const { edition, event: id } = event;
  const cameNever =
    disruption.lost === 'organisation' &&
    !rescued.plan.sessions.some(({ organisation }) => organisation === disruption.organisation);
  const planned =
    disruption.lost === 'organisation' &&
    rotation.brief.organisations.some((one) => one.organisation === disruption.organisation);
  const offers = await read.list('offer', { edition, event: id });
  const missing = cameNever && planned ? offers.find(({ visitor }) => visitor === disruption.organisation) : undefined;
  const earlier = standIn && offers.find(({ visitor }) => visitor === standIn.id);
  return [
    ...(missing ? [versioned({ ...missing, absent: true }, missing)] : []),
    ...(standIn ? steppingIn(event, standIn, { earlier, now }) : []),
  ];
}

function steppingIn(
  event: Event,
  { id: visitor, kind }: BenchCandidate,
  { earlier, now }: { earlier: Offer | undefined; now: Instant },
): Write[] {
  const accepted = {
    edition: event.edition,
    event: event.event,
    visitor,
    kind,
    state: 'accepted' as const,
    offeredAt: now,
    answeredAt: now,
    version: 0,
  };
  const named = kind === 'organisation' ? event.organisations : event.volunteers;
  const counted = { counter: 'offers', by: -1, when: { state: 'confirmed' } } as const;
  const { edition, version, placesFree } = event;
  const added: Event = {
    ...event,
    ...(kind === 'organisation' ? { organisations: [...named, visitor] } : { volunteers: [...named, visitor] }),
    version: version + 1,
  };
  return [
    versioned(accepted, earlier),
    ...(named.includes(visitor) ? [] : [{ put: 'event', item: added, when: { version, placesFree } } as const]),
    kind === 'organisation'
      ? { reserve: 'organisation', key: { edition, organisation: visitor }, ...counted }
      : { reserve: 'volunteer', key: { edition, volunteer: visitor }, ...counted },
  ];
}

function versioned(next: Offer, before: Offer | undefined): Write {
  return {
    put: 'offer',
    item: { ...next, version: (before?.version ?? 0) + 1 },
    when: before ? { version: before.version } : 'absent',
  };
}

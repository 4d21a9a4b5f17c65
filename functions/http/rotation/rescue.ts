import type { Event } from '#shared/domain/event.ts';
import { offersOf } from '#shared/domain/offer.ts';
import type { Organisation } from '#shared/domain/organisation.ts';
import { packRotation } from '#shared/domain/rotation/keep.ts';
import { rescueRotation } from '#shared/domain/rotation/rescue.ts';
import { disruptionOf, keepRescue } from '#shared/domain/rotation/rotation.ts';
import type { Rotation } from '#shared/domain/rotation/shape.ts';
import type { TableReader } from '#shared/ports.ts';
import { rescuePage, rescuePreviewPage } from '#web/rotation/rescue-page.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { findEdition } from '../find.ts';
import { planOf, planPath, requireRotation } from './find.ts';

type Path = '/organiser/editions/{edition}/events/{event}/rotation/rescue';
type RescueRoute = `GET ${Path}` | `POST ${Path}`;

/** Asks what is lost. */
export async function showRescue(
  { ports: { read }, params, session }: Call<RescueRoute, 'rotation'>,
  filled?: Filled,
): Promise<Answer> {
  const [found, event, rotation] = await Promise.all([
    findEdition(read, params.edition, { drafts: true }),
    requireRotation(read, params),
    planOf(read, params),
  ]);
  const bench = await benchFor(read, { event, rotation });
  return { page: rescuePage({ ...found, organiser: session, event, rotation, bench, filled }), data: { bench } };
}

/** Rescues the rotation. Sent without `confirmed`, it changes nothing and shows what would change. */
export async function rescue(call: PostCall<`POST ${Path}`, 'rotation'>): Promise<Answer> {
  const { ports, params, body: form, session, now } = call;
  const [found, event, rotation] = await Promise.all([
    findEdition(ports.read, params.edition, { drafts: true }),
    requireRotation(ports.read, params),
    planOf(ports.read, params),
  ]);
  const asked = new Set(form.bench);
  const bench = (await benchFor(ports.read, { event, rotation }))
    .filter(({ organisation }) => asked.has(organisation))
    .map(({ organisation, name, placesPerWorkshop }) => ({
      organisation,
      name,
      places: placesPerWorkshop,
      slots: rotation.brief.slots.map((_, slot) => slot),
    }));
  const rescued = rescueRotation(rotation, { disruption: disruptionOf(rotation, form), from: form.from - 1, bench });
  if (form.confirmed !== true) {
    const page = rescuePreviewPage({ ...found, organiser: session, event, rotation, rescued, asked: form });
    return { page, data: { next: 'confirm', ...rescued } };
  }
  await accept<Rotation>(call, {
    edition: params.edition,
    find: () => planOf(ports.read, params),
    decide: (current) => keepRescue(current ?? rotation, { rescued, form, now }),
    writes: (item, when) => [
      { put: 'rotation', item: packRotation(item), when },
      // Whoever takes over gets the place by link, as the others did.
      ...offersOf({ ...event, organisations: rescued.standIn === undefined ? [] : [rescued.standIn], volunteers: [] }, now).map(
        (item) => ({ put: 'offer', item, when: 'any' }) as const,
      ),
    ],
    reference: () => params.event,
  });
  return { seeOther: planPath(params), data: { ...rescued } };
}

/** Confirmed organisations that offered a rotation in this half-day and are not in it: those of a sector that is there first. */
async function benchFor(read: TableReader, { event, rotation }: { event: Event; rotation: Rotation }): Promise<Organisation[]> {
  const all = await read.list('organisation', { edition: event.edition });
  const inIt = new Set(rotation.brief.organisations.map(({ organisation }) => organisation));
  const sectors = new Set(all.filter(({ organisation }) => inIt.has(organisation)).map(({ sector }) => sector));
  const unlike = ({ sector }: Organisation) => (sectors.has(sector) ? 0 : 1);
  return all
    .filter(({ organisation, state, formats, halfDays }) => {
      return !inIt.has(organisation) && state === 'confirmed' && formats.includes('rotation') && halfDays.includes(event.halfDay);
    })
    .sort((a, b) => unlike(a) - unlike(b) || a.name.localeCompare(b.name, 'en-GB'));
}

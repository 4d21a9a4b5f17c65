import { packRotation } from '#shared/domain/rotation/keep.ts';
import { rescueRotation } from '#shared/domain/rotation/rescue.ts';
import { keepRescue } from '#shared/domain/rotation/rotation.ts';
import type { Disruption } from '#shared/domain/rotation/shape.ts';
import { organisation, registration, volunteer } from '../examples.ts';
import { rotationBrief, rotationOf } from '../rotation-pages.ts';

const lost = organisation.organisation;
const before = rotationOf({
  ...rotationBrief,
  schools: rotationBrief.schools.map((one, index) => (index === 0 ? { ...one, school: registration.urn } : one)),
  organisations: rotationBrief.organisations.map((one, index) => (index === 0 ? { ...one, organisation: lost } : one)),
});
const standIn = { organisation: volunteer.volunteer, name: 'A volunteer', places: 16, slots: [0, 1, 2, 3] };
const disruption: Disruption = { lost: 'organisation', organisation: lost, slots: [1, 2, 3] };

/** A rotation whose first organisation left after the first slot: a volunteer has taken over from it. */
export const rescuedRotation = packRotation(
  keepRescue(before, {
    rescued: rescueRotation(before, { disruption, from: 1, bench: [standIn] }),
    form: { lost: `organisation:${lost}`, from: 2, version: 1 },
    now: before.plannedAt,
  }).state,
);

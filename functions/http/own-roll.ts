import { type Cohorts, pupilsIn } from '#shared/domain/fields.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { Registration } from '#shared/domain/registration.ts';
import { requireOnRoll } from '#shared/domain/roll.ts';
import type { TableReader } from '#shared/ports.ts';
import { findSchool } from './find.ts';

type Place = { readonly programme: Programme; readonly school: Registration };

/** Refuses more pupils than a registered school can have, or than stands in its registration already. Invalid `above-roll`. */
export async function requireOnOwnRoll({ programme, school }: Place, cohorts: Cohorts, read: TableReader): Promise<void> {
  requireOnRoll(await findSchool(programme, school.urn, read), cohorts, pupilsIn(school.cohorts));
}

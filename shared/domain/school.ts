import * as z from 'zod/mini';
import { searchForm } from '../kernel/text.ts';
import { laCode } from './programme.ts';
import { urn } from './fields.ts';

/**
 * A school as DfE's register (Get Information about Schools) has it. Codes are text; a blank is absent, never zero.
 * `latitude` and `longitude` are WGS84 degrees, from the register's OSGB36 grid reference.
 */
export const school = z.strictObject({
  urn,
  la: laCode,
  establishment: z.optional(z.string()),
  name: z.string(),
  phase: z.optional(z.string()),
  typeGroup: z.optional(z.string()),
  status: z.enum(['open', 'closing', 'closed', 'proposed']),
  town: z.optional(z.string()),
  postcode: z.optional(z.string()),
  website: z.optional(z.string()),
  lowAge: z.optional(z.int()),
  highAge: z.optional(z.int()),
  pupils: z.optional(z.int()),
  percentageFsm: z.optional(z.number()),
  easting: z.optional(z.int()),
  northing: z.optional(z.int()),
  latitude: z.optional(z.number()),
  longitude: z.optional(z.number()),
  opened: z.optional(z.string()),
  closed: z.optional(z.string()),
  /** Digest of the fields above: an import writes only what changed. */
  digest: z.string(),
});
export type School = z.infer<typeof school>;

/** Whether a school can take part now: open, or open but proposed to close. */
export function isOpen(one: Pick<School, 'status'>): boolean {
  return one.status === 'open' || one.status === 'closing';
}

/** Open schools that match a name, postcode or URN, best first, at most `limit`. An empty query matches nothing. */
export function searchSchools(schools: readonly School[], query: string, limit = 20): School[] {
  const wanted = searchForm(query);
  const squeezed = wanted.replaceAll(' ', '');
  if (squeezed === '') return [];
  const words = wanted.split(' ');
  return schools
    .filter(isOpen)
    .map((one) => ({ one, rank: rankOf(one, words, squeezed) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank || a.one.name.localeCompare(b.one.name, 'en-GB') || a.one.urn.localeCompare(b.one.urn))
    .slice(0, limit)
    .map(({ one }) => one);
}

function rankOf(one: School, words: readonly string[], squeezed: string): number {
  if (one.urn === squeezed) return 4;
  const postcode = searchForm(one.postcode ?? '').replaceAll(' ', '');
  if (postcode !== '' && squeezed.length >= 2 && postcode.startsWith(squeezed)) return 3;
  const name = searchForm(one.name);
  if (name.startsWith(words.join(' '))) return 2;
  const parts = name.split(' ');
  return words.every((word) => parts.some((part) => part.startsWith(word))) ? 1 : 0;
}

import * as z from 'zod/mini';
import { slug } from './fields.ts';
import { placeCounts } from './pupils/items.ts';

/** What adults other than the schools' own contacts said: visitors about an event, or parents of a school. */
export const adultsSaid = z.strictObject({
  /** Visits asked about, or children whose parents were asked. */
  asked: z.int(),
  /** Answers. */
  answered: z.int(),
  counts: placeCounts,
});
export type AdultsSaid = z.infer<typeof adultsSaid>;

/** The same of a whole edition, by instrument, with at how many schools. */
export const adultsInAll = z.strictObject({ instrument: slug, schools: z.int(), ...adultsSaid.shape });
export type AdultsInAll = z.infer<typeof adultsInAll>;

/** What adults said in an edition, from its parts, each with the school it belongs to; nothing where nobody was asked. */
export function adultsTogether(
  instrument: string,
  parts: readonly { readonly urn: string | undefined; readonly said: AdultsSaid | undefined }[],
): AdultsInAll[] {
  const asked = parts.flatMap(({ urn, said }) => (said ? [{ urn, said }] : []));
  if (asked.length === 0) return [];
  const counts: Record<string, number[]> = {};
  for (const { said } of asked)
    for (const [name, places] of Object.entries(said.counts))
      counts[name] = places.map((count, index) => (counts[name]?.[index] ?? 0) + count);
  const schools = asked.flatMap(({ urn, said }) => (urn !== undefined && said.answered > 0 ? [urn] : []));
  return [
    {
      instrument,
      schools: new Set(schools).size,
      asked: asked.reduce((total, { said }) => total + said.asked, 0),
      answered: asked.reduce((total, { said }) => total + said.answered, 0),
      counts,
    },
  ];
}

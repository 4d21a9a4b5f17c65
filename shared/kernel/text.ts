import { lazily } from './lazily.ts';

/**
 * What people type, made safe to keep and show: Unicode NFC, one kind of line end, no control or invisible format
 * characters (the joiners that Persian, Hindi and emoji need stay). Angle brackets and quotes stay: each sink encodes.
 */
export function cleanText(raw: string): string {
  return raw
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\p{Cc}--[\n\t]]/gv, '')
    .replace(/[\p{Cf}--[\u200c\u200d]]/gv, '')
    .replace(/\u00a0/g, ' ')
    .trim();
}

/**
 * True when the text could make a reader see something else than it says: bidirectional controls, broken UTF-16, or more
 * marks on one letter than any language stacks, which run over the lines above and below.
 */
export function isDeceptive(raw: string): boolean {
  return /[\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]|\p{M}{9}/u.test(raw) || !raw.isWellFormed();
}

/** Length as a reader counts it: user-perceived characters, so that no script is shorter-changed than another. */
export function lengthInGraphemes(text: string): number {
  let count = 0;
  for (const _ of graphemes().segment(text)) count += 1;
  return count;
}
const graphemes = lazily(() => new Intl.Segmenter('en', { granularity: 'grapheme' }));

/** The form in which two spellings of one name meet: no case, accents, punctuation or spare space. */
export function searchForm(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[’'`.]/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** JSON with every object's keys in order: a store keeps no order of its own, so this is what "equal bytes" means. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );
}

/** Whether two records hold the same answers in the named fields, compared as they are stored. */
export function sameAnswers(fields: readonly string[], one: object, other: object): boolean {
  return fields.every((field) => canonicalJson(Reflect.get(one, field)) === canonicalJson(Reflect.get(other, field)));
}

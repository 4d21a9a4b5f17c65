import type { Contact } from '#shared/domain/fields.ts';

/** Whoever is to be erased: the record they are in, and how they are called and reached there. */
export type Person = {
  readonly edition: string;
  readonly subject: string;
  readonly urn?: string | undefined;
  readonly contact: Contact;
};

/** Whether nothing of an item changed: then it need not be written. */
export function same(before: object, after: object): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

import { isErased, scrub } from '#shared/domain/erasure.ts';
import type { TableReader, Write } from '#shared/ports.ts';
import { items } from '#shared/system/table.ts';
import { readEverybody } from '#web/mail/everybody.ts';
import { type Person, same } from './person.ts';

/** The other records of an edition: which of them say something of a person. */
export type Others = {
  /** Whether somebody else is reached by the same mailbox, as colleagues may be: then it stays theirs. */
  readonly shareMailbox: boolean;
  readonly subjects: readonly string[];
  readonly writes: readonly Write[];
};

/** Takes a person out of what others wrote about them: their own names and addresses stay. */
export async function amongOthers(person: Person, read: TableReader): Promise<Others> {
  const { edition, subject, contact } = person;
  const email = contact.email.toLowerCase();
  const { registrations, organisations, volunteers } = await readEverybody(read, edition);
  const schools = registrations.filter((one) => one.registration !== subject);
  const hosts = organisations.filter((one) => one.organisation !== subject && one.mergedInto !== subject);
  const helpers = volunteers.filter((one) => one.volunteer !== subject && one.mergedInto !== subject);
  const writes = [
    ...schools.flatMap((one): Write[] => {
      const { accessNeeds, wishes, withdrawalReason } = one;
      const item = items.registration.schema.parse({ ...one, ...said({ accessNeeds, wishes, withdrawalReason }, person) });
      return same(one, item) ? [] : [{ put: 'registration', item: next(item), when: { version: one.version } }];
    }),
    ...hosts.flatMap((one): Write[] => {
      const { needs, withdrawalReason } = one;
      const colleagues = one.colleagues?.filter((each) => each.toLowerCase() !== email);
      const item = items.organisation.schema.parse({
        ...one,
        ...said({ needs, withdrawalReason }, person),
        ...(colleagues && { colleagues }),
      });
      return same(one, item) ? [] : [{ put: 'organisation', item: next(item), when: { version: one.version } }];
    }),
    ...helpers.flatMap((one): Write[] => {
      const { offer, withdrawalReason } = one;
      const item = items.volunteer.schema.parse({ ...one, ...said({ offer, withdrawalReason }, person) });
      return same(one, item) ? [] : [{ put: 'volunteer', item: next(item), when: { version: one.version } }];
    }),
  ];
  return {
    shareMailbox: [...schools, ...hosts, ...helpers].some((one) => !isErased(one) && one.contact.email.toLowerCase() === email),
    subjects: [
      ...schools.map(({ registration }) => registration),
      ...hosts.map(({ organisation }) => organisation),
      ...helpers.map(({ volunteer }) => volunteer),
    ],
    writes,
  };
}

function said(texts: Readonly<Record<string, string | undefined>>, { contact }: Person): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([field, text]) => (text === undefined ? [] : [[field, scrub(text, contact)]])),
  );
}

function next<T extends { readonly version: number }>(item: T): T {
  return { ...item, version: item.version + 1 };
}

import type { Contact } from '#shared/domain/fields.ts';
import type { Recipient } from '#shared/domain/message.ts';
import type { TableReader } from '#shared/ports.ts';

/** Somebody we write to, as they are now. */
export type Known = { readonly kind: Recipient['kind']; readonly called: string; readonly contact: Contact };

type Who = { readonly edition: string; readonly id: string; readonly urn: string | undefined };

/** Whose id this is: a school's contact where a school is named, else an organisation or a volunteer; undefined when gone. */
export async function readerBy({ edition, id, urn }: Who, read: TableReader): Promise<Known | undefined> {
  if (urn !== undefined) {
    const school = await read.get('registration', { edition, urn, registration: id });
    return school && { kind: 'school', called: school.schoolName, contact: school.contact };
  }
  const [organisation, volunteer] = await Promise.all([
    read.get('organisation', { edition, organisation: id }),
    read.get('volunteer', { edition, volunteer: id }),
  ]);
  if (organisation) return { kind: 'organisation', called: organisation.name, contact: organisation.contact };
  return volunteer && { kind: 'volunteer', called: volunteer.contact.name, contact: volunteer.contact };
}

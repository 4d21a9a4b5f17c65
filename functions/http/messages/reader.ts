import type { Contact } from '#shared/domain/fields.ts';
import type { TableReader } from '#shared/ports.ts';
import { schoolPath, visitorPath } from '../records/find.ts';

/** Somebody we write to, as they are now. */
type Known = {
  readonly called: string;
  readonly contact: Contact;
  /** The page of their record. */
  readonly record: string;
};

type Who = { readonly edition: string; readonly id: string; readonly urn: string | undefined };

/** Whose id this is: a school's contact where a school is named, else an organisation or a volunteer; undefined when gone. */
export async function readerBy({ edition, id, urn }: Who, read: TableReader): Promise<Known | undefined> {
  if (urn !== undefined) {
    const school = await read.get('registration', { edition, urn, registration: id });
    return school && { called: school.schoolName, contact: school.contact, record: schoolPath(school) };
  }
  const [organisation, volunteer] = await Promise.all([
    read.get('organisation', { edition, organisation: id }),
    read.get('volunteer', { edition, volunteer: id }),
  ]);
  const record = (kind: string) => visitorPath({ edition, kind, visitor: id });
  if (organisation) return { called: organisation.name, contact: organisation.contact, record: record('organisation') };
  return volunteer && { called: volunteer.contact.name, contact: volunteer.contact, record: record('volunteer') };
}

import type { Edition } from '#shared/domain/edition.ts';
import {
  eraseOrganisation,
  eraseRegistration,
  eraseVolunteer,
  isErased,
  monthIsOver,
  withoutArrangements,
  namesMustGo,
} from '#shared/domain/erasure.ts';
import type { NewId } from '#shared/kernel/ids.ts';
import type { TableReader, TableWriter, Write } from '#shared/ports.ts';
import { readEverybody } from '#web/mail/everybody.ts';
import { job } from '../runtime/job.ts';
import { tableAdapters } from '../runtime/table.ts';
import { wordsOf } from './retention/words.ts';

type Ports = { readonly read: TableReader; readonly write: TableWriter };

/** How many are read or written at the same moment. */
const atOnce = 20;

/**
 * Applies each edition's dates: a month after closing the telephone numbers, arrangements and the keys, applications and enquiries of courses go, after twelve everybody is
 * erased, and what was written. What changes meanwhile is met the next night.
 */
export const handler = job('apply-retention', tableAdapters, async (ports, context) => {
  let count = 0;
  for (const edition of await ports.read.list('edition', {})) {
    if (namesMustGo(edition, context.now)) count += await eraseAll(edition, ports, context.newId);
    else if (monthIsOver(edition, context.now)) count += await forgetArrangements(edition, ports);
  }
  return { count };
});

async function forgetArrangements({ edition }: Edition, { read, write }: Ports): Promise<number> {
  const { registrations, organisations, volunteers } = await readEverybody(read, edition);
  const courses = await read.list('pupilClass', { edition });
  const keys = await Promise.all(courses.filter(({ round }) => round).map((one) => read.get('courseKey', one)));
  const [applications, enquiries] = await Promise.all([
    read.list('courseApplication', { edition }),
    read.list('enquiry', { edition }),
  ]);
  const writes = [
    ...applications.map((key): Write => ({ remove: 'courseApplication', key, when: 'any' })),
    ...enquiries.map((key): Write => ({ remove: 'enquiry', key, when: 'any' })),
    ...keys.flatMap((key): Write[] => (key ? [{ remove: 'courseKey', key, when: 'any' }] : [])),
    ...registrations.flatMap((one): Write[] => {
      const item = withoutArrangements(one);
      return item ? [{ put: 'registration', item, when: { version: one.version } }] : [];
    }),
    ...organisations.flatMap((one): Write[] => {
      const item = withoutArrangements(one);
      return item ? [{ put: 'organisation', item, when: { version: one.version } }] : [];
    }),
    ...volunteers.flatMap((one): Write[] => {
      const item = withoutArrangements(one);
      return item ? [{ put: 'volunteer', item, when: { version: one.version } }] : [];
    }),
  ];
  return writeEach([...writes, ...(await invitationsIn(edition, read))], write);
}

/** Whom the edition invited: who took part has a record of their own by now. */
async function invitationsIn(edition: string, read: TableReader): Promise<Write[]> {
  const invited = await read.list('signUpInvitation', { edition });
  return invited.map((key) => ({ remove: 'signUpInvitation', key, when: 'any' }));
}

async function eraseAll(edition: Edition, { read, write }: Ports, newId: NewId): Promise<number> {
  const at = edition.edition;
  const { registrations, organisations, volunteers } = await readEverybody(read, at);
  const records = [
    ...registrations
      .filter((one) => !isErased(one))
      .map((one): Write => ({ put: 'registration', item: eraseRegistration(one), when: { version: one.version } })),
    ...organisations
      .filter((one) => !isErased(one))
      .map((one): Write => ({ put: 'organisation', item: eraseOrganisation(one), when: { version: one.version } })),
    ...volunteers
      .filter((one) => !isErased(one))
      .map((one): Write => ({ put: 'volunteer', item: eraseVolunteer(one), when: { version: one.version } })),
  ];
  const subjects = [
    ...registrations.map(({ registration }) => registration),
    ...organisations.map(({ organisation }) => organisation),
    ...volunteers.map(({ volunteer }) => volunteer),
  ];
  const notes = await notesAbout(at, subjects, read);
  return writeEach([...records, ...notes, ...(await invitationsIn(at, read)), ...(await wordsOf(edition, read, newId))], write);
}

async function notesAbout(edition: string, subjects: readonly string[], read: TableReader): Promise<Write[]> {
  const writes: Write[] = [];
  for (let start = 0; start < subjects.length; start += atOnce) {
    const some = subjects.slice(start, start + atOnce);
    const notes = await Promise.all(some.map((subject) => read.list('note', { edition, subject })));
    writes.push(...notes.flat().map((key): Write => ({ remove: 'note', key, when: 'any' })));
  }
  return writes;
}

/** Each by itself: one that changed meanwhile holds up no other. */
async function writeEach(writes: readonly Write[], write: TableWriter): Promise<number> {
  for (let start = 0; start < writes.length; start += atOnce)
    await Promise.all(writes.slice(start, start + atOnce).map((one) => write.transact([one])));
  return writes.length;
}

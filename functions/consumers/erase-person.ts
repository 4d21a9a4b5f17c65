import { eraseOrganisation, eraseRegistration, eraseVolunteer, isErased } from '#shared/domain/erasure.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader, Write } from '#shared/ports.ts';
import { consumer, type FactsOf } from '../runtime/consumer.ts';
import { tableAdapters } from '../runtime/table.ts';
import { eraseElsewhere } from './erasure/elsewhere.ts';
import type { Person } from './erasure/person.ts';

type Fact = FactsOf<'erase-person'>;

/**
 * Takes a person out of an edition: first everywhere else, by the name that only their record still says, then the record
 * itself. So an erasure that breaks off goes on where it was; and played again after a restore, it erases again.
 */
export const handler = consumer('erase-person', tableAdapters, async (fact, { read, write }, { newId }) => {
  for (const { person, erased } of await recordsOf(fact, read)) {
    await eraseElsewhere(person, { read, write }, newId);
    const { ok } = await write.transact([erased]);
    if (!ok) throw new AppError('conflict', 'record-changing', 'The record changed while it was being erased.');
  }
});

type Found = { readonly person: Person; readonly erased: Write };

/** The record asked for and those that were merged into it, as far as they still say who it was. */
async function recordsOf({ edition, data }: Fact, read: TableReader): Promise<Found[]> {
  const { kind, subject, urn } = data;
  const about = (id: string) => id === subject;
  if (kind === 'registration') {
    const one = urn === undefined ? undefined : await read.get('registration', { edition, urn, registration: subject });
    const all = one && !isErased(one) ? [one] : [];
    return all.map((item) => ({
      person: { edition, subject, urn, contact: item.contact },
      erased: { put: 'registration', item: eraseRegistration(item), when: { version: item.version } },
    }));
  }
  if (kind === 'organisation') {
    const all = await read.list('organisation', { edition });
    return all
      .filter((one) => !isErased(one) && (about(one.organisation) || about(one.mergedInto ?? '')))
      .map((item) => ({
        person: { edition, subject: item.organisation, contact: item.contact },
        erased: { put: 'organisation', item: eraseOrganisation(item), when: { version: item.version } },
      }));
  }
  const all = await read.list('volunteer', { edition });
  return all
    .filter((one) => !isErased(one) && (about(one.volunteer) || about(one.mergedInto ?? '')))
    .map((item) => ({
      person: { edition, subject: item.volunteer, contact: item.contact },
      erased: { put: 'volunteer', item: eraseVolunteer(item), when: { version: item.version } },
    }));
}

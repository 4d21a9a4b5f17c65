import type { Edition } from '#shared/domain/edition.ts';
import { isErased, monthIsOver, withoutArrangements, yearIsOver } from '#shared/domain/erasure.ts';
import type { TableReader, TableWriter, Write } from '#shared/ports.ts';
import type { NewFact } from '#shared/system/events.ts';
import type { Context } from '../runtime/context.ts';
import { job } from '../runtime/job.ts';
import { outboxWrite } from '../runtime/outbox.ts';
import { tableAdapters } from '../runtime/table.ts';
import { wordsOf } from './retention/words.ts';

type Ports = { readonly read: TableReader; readonly write: TableWriter };

/** How many facts one row of the outbox carries, and how many writes one transaction. */
const atOnce = 10;

/**
 * Applies each edition's dates: a month after closing the telephone numbers and arrangements go, after twelve everybody is
 * erased, and what was written. What changes meanwhile is met the next night.
 */
export const handler = job('apply-retention', tableAdapters, async (ports, context) => {
  let count = 0;
  for (const edition of await ports.read.list('edition', {})) {
    if (yearIsOver(edition, context.now)) count += await eraseAll(edition, ports, context);
    else if (monthIsOver(edition, context.now)) count += await forgetArrangements(edition, ports);
  }
  return { count };
});

async function forgetArrangements({ edition }: Edition, { read, write }: Ports): Promise<number> {
  const { registrations, organisations, volunteers } = await everybodyIn(edition, read);
  const writes = [
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
  return writeEach(writes, write);
}

async function eraseAll(edition: Edition, { read, write }: Ports, context: Context): Promise<number> {
  const { registrations, organisations, volunteers } = await everybodyIn(edition.edition, read);
  const facts: NewFact[] = [
    ...registrations
      .filter((one) => !isErased(one))
      .map(({ registration, urn }) => asked({ kind: 'registration', subject: registration, urn })),
    ...organisations
      .filter((one) => !isErased(one))
      .map(({ organisation }) => asked({ kind: 'organisation', subject: organisation })),
    ...volunteers.filter((one) => !isErased(one)).map(({ volunteer }) => asked({ kind: 'volunteer', subject: volunteer })),
  ];
  for (let start = 0; start < facts.length; start += atOnce)
    await write.transact(outboxWrite(edition.edition, facts.slice(start, start + atOnce), context));
  return facts.length + (await writeEach(await wordsOf(edition, read, context.newId), write));
}

function asked(data: Extract<NewFact, { type: 'erasure.asked.v1' }>['data']): NewFact {
  return { type: 'erasure.asked.v1', data };
}

async function everybodyIn(edition: string, read: TableReader) {
  const [registrations, organisations, volunteers] = await Promise.all([
    read.list('registration', { edition }),
    read.list('organisation', { edition }),
    read.list('volunteer', { edition }),
  ]);
  return { registrations, organisations, volunteers };
}

/** Each by itself: one that changed meanwhile holds up no other. */
async function writeEach(writes: readonly Write[], write: TableWriter): Promise<number> {
  for (let start = 0; start < writes.length; start += atOnce)
    await Promise.all(writes.slice(start, start + atOnce).map((one) => write.transact([one])));
  return writes.length;
}

import type { Write } from '#shared/ports.ts';
import { consumer, type FactsOf } from '../runtime/consumer.ts';
import type { Context } from '../runtime/context.ts';
import { dynamoWriter } from '../runtime/table.ts';

/** Marks the smallest part whose counts a fact may have moved. Marking twice is marking once. */
export const handler = consumer('mark-dirty', { 'table:write': dynamoWriter }, async (fact, { write }, context) => {
  await write.transact([markOf(fact, context)]);
});

function markOf(fact: FactsOf<'mark-dirty'>, { newId }: Context): Write {
  const part =
    'event' in fact.data
      ? ({ level: 'EVENT', part: fact.data.event } as const)
      : ({ level: 'SCHOOL', part: fact.data.urn } as const);
  return { put: 'dirty', item: { edition: fact.edition, ...part, mark: newId() }, when: 'any' };
}

import { type HistoryEntry, subjectsOf } from '#shared/domain/history.ts';
import { consumer } from '../runtime/consumer.ts';
import { dynamoWriter } from '../runtime/table.ts';

/** Keeps each fact in the edition's audit and in the timeline of what it is about. Keeping it twice is keeping it once. */
export const handler = consumer('keep-history', { 'table:write': dynamoWriter }, async (fact, { write }) => {
  const { edition, at, id: entry, by = 'system', type: what, data: details } = fact;
  const subjects = subjectsOf(details);
  const about = (subject: string): HistoryEntry => ({ edition, subject, at, entry, by, what, details: { ...details } });
  await write.bulk([
    { put: 'audit', item: about(subjects[0] ?? 'edition'), when: 'any' },
    ...subjects.map((subject) => ({ put: 'history' as const, item: about(subject), when: 'any' as const })),
  ]);
});

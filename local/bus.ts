import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { eventSource } from '#shared/system/fact-in-transit.ts';
import { functions } from '#shared/system/functions.ts';
import type { FunctionDeclaration } from '#shared/system/functions/declaration.ts';
import { atomically } from './database.ts';
import { matchesPattern } from './event-pattern.ts';
import { mailReportOf } from './mail-report.ts';
import type { Queues } from './queues.ts';

/** An event as it is put on a bus. */
export type BusEntry = { readonly source: string; readonly detailType: string; readonly detail: unknown; readonly time?: Date };

/** Our bus and AWS's default bus in one: no event of the one fits a rule of the other. */
export type LocalBus = {
  /** Keeps the entries in every queue whose rule they fit, durably and together, then returns their event ids. The queues
   * hold them back for the delay. */
  readonly put: (entries: readonly BusEntry[], delaySeconds?: number) => readonly string[];
};

/** A rule: events that fit `pattern` go to `queue`, as they are or as `transform` makes them. */
export type Rule = { readonly queue: string; readonly pattern: unknown; readonly transform?: (event: object) => unknown };

/** The rules that the declarations of the functions ask for, one for each that has a queue behind the bus. */
export function rulesOf(declarations: Readonly<Record<string, FunctionDeclaration>> = functions): Rule[] {
  return Object.entries(declarations).flatMap(([name, { trigger }]): Rule[] => {
    if (trigger.kind === 'facts') return [{ queue: name, pattern: { source: [eventSource], 'detail-type': trigger.of } }];
    if (trigger.kind === 'mail-reports') return [{ queue: name, pattern: { source: ['aws.ses'] }, transform: mailReportOf }];
    if (trigger.kind !== 'files') return [];
    const key = [{ prefix: trigger.prefix }];
    return [{ queue: name, pattern: { source: ['aws.s3'], 'detail-type': ['Object Created'], detail: { object: { key } } } }];
  });
}

/** A bus over these queues. */
export function createBus(database: DatabaseSync, queues: Queues, rules: readonly Rule[], now: () => Date): LocalBus {
  return {
    put(entries, delaySeconds = 0) {
      const events = entries.map((entry) => envelopeOf(entry, now()));
      const bodies = new Map<string, string[]>();
      for (const event of events) {
        for (const rule of rules) {
          if (!matchesPattern(rule.pattern, event)) continue;
          const body = JSON.stringify(rule.transform ? rule.transform(event) : event);
          bodies.set(rule.queue, [...(bodies.get(rule.queue) ?? []), body]);
        }
      }
      atomically(database, () => {
        for (const [queue, texts] of bodies) queues.send(queue, texts, delaySeconds);
      });
      return events.map(({ id }) => id);
    },
  };
}

function envelopeOf({ source, detailType, detail, time }: BusEntry, now: Date) {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': detailType,
    source,
    account: '000000000000',
    time: `${(time ?? now).toISOString().slice(0, 19)}Z`,
    region: 'eu-west-2',
    resources: [],
    detail,
  };
}

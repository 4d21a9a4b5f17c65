import { type AskingStep, nextStep } from '#shared/domain/asking.ts';
import type { Event } from '#shared/domain/event.ts';
import { holding } from '#shared/domain/week-settings.ts';
import type { TableReader, TableWriter, Write } from '#shared/ports.ts';
import type { Context } from '../runtime/context.ts';
import { outboxWrite } from '../runtime/outbox.ts';
import { candidatesFor } from './candidates.ts';

type Ports = { readonly read: TableReader; readonly write: TableWriter };
type Key = { readonly edition: string; readonly event: string };

/** More than one look can have to do: a tier, or an end. */
const mostSteps = 20;

/**
 * Takes asking people to an event on by what is due: asks the next tier, or closes what is not needed any more. It looks at
 * how things stand, one step at a time, so that it may run as often, and as many at once, as it likes. Gives how many steps.
 */
export async function askOn(key: Key, { read, write }: Ports, context: Context): Promise<number> {
  for (let steps = 0; steps < mostSteps; steps += 1) {
    const [asking, event] = await Promise.all([read.get('asking', key), read.get('event', key)]);
    if (!asking || !event || asking.state === 'stopped') return steps;
    const [edition, offers] = await Promise.all([read.get('edition', key), read.list('offer', key)]);
    const { now } = context;
    const rules = holding(edition ?? {}).asking;
    const candidates = await candidatesFor(event, { kind: asking.kind, rules, now }, read);
    const free = new Set(candidates.filter(({ busy, asked }) => !busy && asked < rules.most).map(({ visitor }) => visitor));
    const step = nextStep(asking, { event, offers, mayAsk: (visitor) => free.has(visitor), rules, now });
    if (!step) return steps;
    // Refused: something changed since it was read. It is read again.
    await write.transact(writesOf(step, event, context));
  }
  return mostSteps;
}

function writesOf({ state, facts, event, made, closed }: AskingStep, before: Event, context: Context): Write[] {
  return [
    { put: 'asking', item: state, when: { version: state.version - 1 } },
    ...(event === before
      ? []
      : [{ put: 'event' as const, item: event, when: { version: before.version, placesFree: before.placesFree } }]),
    ...made.flatMap((item): Write[] => [
      { put: 'offer', item, when: 'absent' },
      // Meets a withdrawal at the row of whoever is asked.
      item.kind === 'organisation'
        ? {
            reserve: 'organisation',
            key: { ...item, organisation: item.visitor },
            counter: 'offers',
            by: -1,
            when: { state: 'confirmed' },
          }
        : {
            reserve: 'volunteer',
            key: { ...item, volunteer: item.visitor },
            counter: 'offers',
            by: -1,
            when: { state: 'confirmed' },
          },
    ]),
    ...closed.map((item): Write => ({ remove: 'offer', key: item, when: { version: item.version } })),
    ...outboxWrite(state.edition, facts, context),
  ];
}

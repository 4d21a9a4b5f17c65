import { eventBus } from '../runtime/event-bus.ts';
import { publishRows } from '../runtime/outbox.ts';
import { relay } from '../runtime/relay.ts';
import { dynamoWriter } from '../runtime/table.ts';

/** Puts new outbox rows on the bus, unchanged, and removes the ones it took. */
export const handler = relay('relay-outbox', { 'table:write': dynamoWriter, 'bus:publish': eventBus }, publishRows);

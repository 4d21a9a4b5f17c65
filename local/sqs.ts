import * as z from 'zod/mini';
import type { Queues } from './queues.ts';

/** What the ARNs of the local queues begin with. */
export const localQueuesArn = 'arn:aws:sqs:eu-west-2:000000000000:aspirations-local-';

const counting = z.object({ QueueUrl: z.string() });
const moving = z.object({ SourceArn: z.string(), DestinationArn: z.string() });
const failures = /\/aspirations-local-([\w-]+)-failures$/;

export type Sqs = {
  readonly answer: (action: string, body: string) => { readonly status: number; readonly body: object };
};

/** SQS's two operations on what was given up: how much of it there is, and giving it back. */
export function createSqs(queues: Queues): Sqs {
  const dead = (name: string) => queues.deadLetters().filter(({ queue }) => queue === name);
  return {
    answer(action, body) {
      if (action === 'GetQueueAttributes') {
        const name = failures.exec(counting.parse(JSON.parse(body)).QueueUrl)?.[1] ?? '';
        return { status: 200, body: { Attributes: { ApproximateNumberOfMessages: String(dead(name).length) } } };
      }
      if (action === 'StartMessageMoveTask') {
        const { SourceArn, DestinationArn } = moving.parse(JSON.parse(body));
        const name = DestinationArn.slice(localQueuesArn.length);
        if (SourceArn !== `${localQueuesArn}${name}-failures` || !queues.names.includes(name))
          return { status: 400, body: { __type: 'ResourceNotFoundException', message: 'There is no such queue.' } };
        for (const { id } of dead(name)) queues.redrive(id);
        return { status: 200, body: { TaskHandle: name } };
      }
      return { status: 501, body: { __type: 'NotImplemented', message: `SQS ${action} is not part of the local system` } };
    },
  };
}

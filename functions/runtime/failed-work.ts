import { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import * as z from 'zod/mini';
import { AppError } from '#shared/kernel/errors.ts';
import type { FailedWork } from '#shared/ports.ts';
import type { PowerEnv } from '#shared/system/powers.ts';
import { queueEndpoint } from './env.ts';

// SQS has a client of its own that we do not carry for two calls: this one lends its region and its signer (decision 026).
const client = new EventBridgeClient();

const counted = z.object({ Attributes: z.object({ ApproximateNumberOfMessages: z.coerce.number() }) });

/** The queues of what functions failed at, by the beginning of their ARNs in the environment. */
export function failedWork({ QUEUES_ARN }: PowerEnv<'failures:retry'>): FailedWork {
  const [, , , , account = '', prefix = ''] = QUEUES_ARN.split(':');
  return {
    async counts(names) {
      const counts = await Promise.all(names.map(async (name) => [name, await countOf(`${prefix}${name}-failures`)] as const));
      return new Map(counts);
    },
    async retry(name) {
      await call('StartMessageMoveTask', {
        SourceArn: `${QUEUES_ARN}${name}-failures`,
        // What the bus itself could not deliver has never been in a queue, so where it goes must be said.
        DestinationArn: `${QUEUES_ARN}${name}`,
      });
    },
  };

  async function countOf(queue: string): Promise<number> {
    const QueueUrl = `https://sqs.${await client.config.region()}.amazonaws.com/${account}/${queue}`;
    const answer = await call('GetQueueAttributes', { QueueUrl, AttributeNames: ['ApproximateNumberOfMessages'] });
    return counted.parse(answer).Attributes.ApproximateNumberOfMessages;
  }
}

/** One call of SQS's JSON protocol. Throws `unavailable` (`queues-unavailable`) where SQS does not answer, or not now. */
async function call(action: string, input: object): Promise<unknown> {
  const url = new URL(queueEndpoint(await client.config.region()));
  const body = JSON.stringify(input);
  const signer = await client.config.signer({
    name: 'sigv4',
    signingName: 'sqs',
    signingRegion: await client.config.region(),
    properties: {},
  });
  const { headers } = await signer.sign({
    method: 'POST',
    protocol: url.protocol,
    hostname: url.hostname,
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    path: url.pathname,
    query: {},
    headers: { host: url.host, 'content-type': 'application/x-amz-json-1.0', 'x-amz-target': `AmazonSQS.${action}` },
    body,
  });
  const { host: _host, ...sent } = headers;
  const answer = await fetch(url, { method: 'POST', headers: sent, body, signal: AbortSignal.timeout(5000) }).catch(unreachable);
  if (answer.status >= 500 || answer.status === 429) unreachable();
  if (!answer.ok) throw new Error(`SQS refused ${action}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

function unreachable(): never {
  throw new AppError('unavailable', 'queues-unavailable', 'We cannot reach the queues at the moment.');
}

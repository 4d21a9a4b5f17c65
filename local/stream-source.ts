import {
  type _Record,
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  type Shard,
  TrimmedDataAccessException,
} from '@aws-sdk/client-dynamodb-streams';

export type StreamRecord = _Record;

/** How far a stream has been delivered: everything of the shard up to this sequence number. */
export type Position = { readonly shard: string; readonly sequence: string };

/** Reads a table's stream in order, from a position on. */
export type StreamSource = {
  /** The next records, maybe none yet, and the position after them. Reading again without `from` goes on from there. */
  readonly read: () => Promise<{ readonly records: readonly StreamRecord[]; readonly position: Position | undefined }>;
  /** Where to read next instead: after this position; undefined is the oldest record there is. */
  readonly moveTo: (position: Position | undefined) => void;
  readonly close: () => void;
};

/** Reads through the streams API, shard after shard, a parent before its child. */
export function openStream(endpoint: string, streamArn: string): StreamSource {
  const client = new DynamoDBStreamsClient({
    endpoint,
    region: 'eu-west-2',
    credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
    maxAttempts: 2,
    requestHandler: { requestTimeout: 5000 },
  });
  // As in the functions' own client: it would copy every record for a logger that is not there.
  client.middlewareStack.remove('loggerMiddleware');
  let position: Position | undefined;
  let iterator: string | undefined;
  let shard: string | undefined;

  async function aim(): Promise<boolean> {
    const shards = await shardsOf(client, streamArn);
    const found = shards.find(({ ShardId }) => ShardId === position?.shard);
    // A closed shard that has been read to its end hands over to its child.
    const next =
      shard !== undefined && iterator === undefined
        ? shards.find(({ ParentShardId }) => ParentShardId === shard)
        : (found ?? shards[0]);
    if (!next?.ShardId) return false;
    const resume = found !== undefined && next === found ? position : undefined;
    const answer = await client.send(
      new GetShardIteratorCommand({
        StreamArn: streamArn,
        ShardId: next.ShardId,
        ...(resume
          ? { ShardIteratorType: 'AFTER_SEQUENCE_NUMBER', SequenceNumber: resume.sequence }
          : { ShardIteratorType: 'TRIM_HORIZON' }),
      }),
    );
    shard = next.ShardId;
    iterator = answer.ShardIterator;
    return iterator !== undefined;
  }

  return {
    async read() {
      try {
        if (iterator === undefined && !(await aim())) return { records: [], position };
        const { Records = [], NextShardIterator } = await client.send(
          new GetRecordsCommand({ ShardIterator: iterator, Limit: 1000 }),
        );
        iterator = NextShardIterator;
        const sequence = newest(Records);
        if (shard !== undefined && sequence !== undefined) position = { shard, sequence };
        return { records: Records, position };
      } catch (error) {
        if (!(error instanceof ExpiredIteratorException) && !(error instanceof TrimmedDataAccessException)) throw error;
        // What was trimmed is gone: go on with the oldest record there still is.
        if (error instanceof TrimmedDataAccessException) position = undefined;
        iterator = undefined;
        shard = undefined;
        return { records: [], position };
      }
    },
    moveTo(to) {
      position = to;
      iterator = undefined;
      shard = undefined;
    },
    close: () => client.destroy(),
  };
}

async function shardsOf(client: DynamoDBStreamsClient, StreamArn: string): Promise<Shard[]> {
  const all: Shard[] = [];
  let last: string | undefined;
  do {
    const { StreamDescription } = await client.send(new DescribeStreamCommand({ StreamArn, ExclusiveStartShardId: last }));
    all.push(...(StreamDescription?.Shards ?? []));
    last = StreamDescription?.LastEvaluatedShardId;
  } while (last);
  return all;
}

/** Sequence numbers are numbers written as text: as text, `10` would come before `9`. */
function newest(records: readonly StreamRecord[]): string | undefined {
  let most: bigint | undefined;
  for (const { dynamodb } of records) {
    const sequence = dynamodb?.SequenceNumber === undefined ? undefined : BigInt(dynamodb.SequenceNumber);
    if (sequence !== undefined && (most === undefined || sequence > most)) most = sequence;
  }
  return most?.toString();
}

import { buildSync } from 'esbuild';
import { statSync } from 'node:fs';

/** The function that most would write, as text: whole zod is banned from our own sources. */
const source = `
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
const form = z.strictObject({
  urn: z.string().regex(/^[1-9][0-9]{5}$/),
  roles: z.array(z.enum(['host', 'attending', 'online'])).min(1),
  contact: z.strictObject({ name: z.string().max(100), jobTitle: z.string().max(100).optional(), email: z.email(), telephone: z.string().max(30).optional() }),
  cohorts: z.record(z.string(), z.int().min(0).max(500)),
  hallCapacity: z.int().min(1).max(2000).optional(),
  halfDays: z.array(z.string()).min(1).max(60),
  accessNeeds: z.string().max(500).optional(),
  wishes: z.string().max(500).optional(),
});
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
const put = (pk, sk, more) => ({ Put: { TableName: process.env.TABLE_NAME, Item: { pk, sk, ...more }, ConditionExpression: 'attribute_not_exists(pk)' } });
export async function handler(event) {
  const body = form.parse(JSON.parse(event.body));
  const at = new Date().toISOString();
  await client.send(new TransactWriteCommand({ TransactItems: [
    put('REGISTRATIONS', body.urn, { ...body, at }),
    put('OUTBOX', at, { type: 'school.registered', urn: body.urn }),
    put('REQUEST', event.headers['idempotency-key'], { urn: body.urn }),
  ] }));
  return { statusCode: 201, body: JSON.stringify({ urn: body.urn }) };
}
`;

/** Builds the plain function (zod and lib-dynamodb, esbuild, ES module, minified) and returns its size in bytes. */
export function buildPlain(outfile: string): number {
  buildSync({
    stdin: { contents: source, resolveDir: import.meta.dirname, sourcefile: 'plain.js' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    // What CommonJS packages inside an ES module call.
    banner: { js: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);" },
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });
  return statSync(outfile).size;
}

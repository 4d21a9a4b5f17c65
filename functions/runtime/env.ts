import * as z from 'zod/mini';

/** The environment every function has, besides what its powers name. */
const common = z.object({
  /** Where the site is seen from outside, `https://…`; empty where only the request can tell. */
  SITE_ORIGIN: z._default(z.string(), ''),
  STAGE: z._default(z.string(), 'check'),
  /** Whom to ask about the site as a whole; empty where each programme's organiser is asked. */
  CONTACT_EMAIL: z._default(z.string(), ''),
  /** Addresses, parted by commas, of the organisers who may open programmes and plan any edition. */
  OWNERS: z._default(z.string(), ''),
  /** SHA-256 of the secret header that our own CloudFront adds; empty where the stage has none. */
  ORIGIN_SECRET_SHA256: z._default(z.string(), ''),
});

/** The settings common to all functions. */
export function commonEnv() {
  return common.parse(process.env);
}

/** Reads the named variables and fails at start with all missing names at once. */
export function readEnv(names: readonly string[]): Readonly<Record<string, string>> {
  const missing = names.filter((name) => !process.env[name]);
  if (missing.length > 0) throw new Error(`missing environment: ${missing.join(', ')}`);
  return Object.fromEntries(names.map((name) => [name, process.env[name] ?? '']));
}

/** The credentials that Lambda gives a function, as the SDK takes them. Throws naming what is missing. */
export function lambdaCredentials() {
  const { AWS_ACCESS_KEY_ID: accessKeyId = '', AWS_SECRET_ACCESS_KEY: secretAccessKey = '' } = readEnv([
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
  ]);
  const sessionToken = process.env['AWS_SESSION_TOKEN'];
  return { accessKeyId, secretAccessKey, ...(sessionToken ? { sessionToken } : {}) };
}

/** Where SQS is: of a region, unless the environment says otherwise, as the SDK's clients read it. */
export function queueEndpoint(region: string): string {
  return process.env['AWS_ENDPOINT_URL_SQS'] ?? process.env['AWS_ENDPOINT_URL'] ?? `https://sqs.${region}.amazonaws.com/`;
}

/**
 * Seconds within which the mail provider's report of a sent mail would have come: a claim open for longer has no sender.
 * A quarter of an hour unless the environment says otherwise; read at each call.
 */
export function mailReportedWithin(): number {
  return Number(process.env['MAIL_REPORTED_WITHIN'] ?? 900);
}

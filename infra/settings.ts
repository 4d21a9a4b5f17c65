import * as z from 'zod/mini';

const addressParts = /^[A-Za-z0-9._%+-]+@(?<domain>[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+)$/;
const flag = z.pipe(
  z.union([z.boolean(), z.enum(['true', 'false'])], 'must be true or false'),
  z.transform((given: boolean | 'true' | 'false') => given === true || given === 'true'),
);
const matching = (pattern: RegExp, says: string) => z.string(says).check(z.regex(pattern, says));

/** Every setting of a stage. All have a default or may be left out, so that a check stage needs none. */
const schema = z.strictObject({
  /** Names the stacks, `Aspirations-<stage>`, and what must be unique in the account; a function's name has 64 characters for it. */
  stage: z._default(matching(/^[a-z][a-z0-9-]{0,15}$/, 'must be up to 16 lower-case letters, digits and hyphens'), 'check'),
  region: z._default(matching(/^[a-z]{2}(-[a-z]+)+-\d$/, 'must be an AWS region'), 'eu-west-2'),
  account: z.optional(matching(/^\d{12}$/, 'must be 12 digits')),
  /** CloudFront in front of the API. */
  cloudFront: z._default(flag, true),
  /** Where the site is seen from outside. A domain of its own needs the certificate as well. */
  siteOrigin: z.optional(matching(/^https:\/\/[a-z0-9.-]+(:\d+)?$/, 'must be https://host, without a path')),
  certificateArn: z.optional(matching(/^arn:aws:acm:us-east-1:\d{12}:certificate\/.+$/, 'must be a certificate in us-east-1')),
  /** Whether to deploy the firewall's own stack (us-east-1); its output is the next setting. */
  firewall: z._default(flag, false),
  webAclArn: z.optional(
    matching(/^arn:aws:wafv2:us-east-1:\d{12}:global\/webacl\/.+$/, 'must be a CloudFront web ACL in us-east-1'),
  ),
  /** The secret header that proves a request came through our CloudFront: its name in Secrets Manager, and its SHA-256 in hex. */
  originSecretName: z.optional(matching(/^[\w/+=.@-]+$/, 'must be the name of a Secrets Manager secret')),
  originSecretSha256: z.optional(matching(/^[0-9a-f]{64}$/, 'must be 64 lower-case hex digits')),
  /** The bare address that mails come from. */
  mailFrom: z._default(matching(addressParts, 'must be one bare mail address'), 'no-reply@aspirations.example'),
  /** The domain to verify with SES; the sender's own when left out. */
  mailDomain: z.optional(matching(/^[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$/, 'must be a domain')),
  /** Who is mailed when an alarm goes off. */
  alarmEmail: z.optional(matching(addressParts, 'must be one bare mail address')),
  /** Whom the public may ask about the site as a whole, and tell of a weakness in its security. */
  contactEmail: z.optional(matching(addressParts, 'must be one bare mail address')),
  /** The organisers who may open programmes and plan any edition: addresses, parted by commas. */
  owners: z.optional(
    z
      .string('must be mail addresses parted by commas')
      .check(
        z.refine((list) => list.split(',').every((one) => addressParts.test(one)), 'must be mail addresses parted by commas'),
      ),
  ),
  /** How long the bus's archive can replay facts. Claims on them are kept for ever. */
  factRetentionDays: z._default(
    z.coerce
      .number('must be a number of days')
      .check(z.int('must be whole days'), z.minimum(1, 'must be at least 1'), z.maximum(365, 'must be at most 365')),
    30,
  ),
});

/** The settings of one stage, validated. */
export type Settings = Omit<z.infer<typeof schema>, 'mailDomain'> & { readonly mailDomain: string };
type Name = keyof z.infer<typeof schema>;

/** Where settings come from: CDK context (`-c name=value`, or `stages.<stage>` in cdk.json) and the environment. */
export type Sources = { readonly context: (name: string) => unknown; readonly env: Readonly<Record<string, string | undefined>> };

const names = Object.keys(schema.shape).filter((name): name is Name => name in schema.shape);
const envPrefix = 'ASPIRATIONS_';
const envName = (name: string) => `${envPrefix}${name.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}`;

/**
 * Reads and validates the settings of a stage. Each is taken from `-c name=value`, else the environment
 * (`ASPIRATIONS_SITE_ORIGIN`), else `stages.<stage>` in cdk.json, else its default.
 * Throws one error naming everything that is wrong, misspelt names included.
 */
export function readSettings({ context, env }: Sources): Settings {
  const givenStage = context('stage') ?? env[envName('stage')] ?? 'check';
  const stage = typeof givenStage === 'string' ? givenStage : '';
  const stages = context('stages');
  const ofStage = isRecord(stages) ? stages[stage] : undefined;
  const file = isRecord(ofStage) ? ofStage : {};
  const place = {
    // The CLI's own guess of a region is us-east-1 where nothing is configured; personal data must not land there by accident.
    region: env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || undefined,
    account: env['CDK_DEFAULT_ACCOUNT'] || undefined,
  };
  const given = Object.fromEntries(
    names
      .map((name) => [
        name,
        context(name) ?? env[envName(name)] ?? file[name] ?? (name in place ? Reflect.get(place, name) : undefined),
      ])
      .filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = schema.safeParse({ ...given, stage });
  const problems = [
    ...(parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')}: ${issue.message}`),
    ...unknownNames(env, file),
    ...togetherProblems(given),
  ];
  if (!parsed.success || problems.length > 0)
    throw new Error(`The settings of stage ${stage} are wrong:\n${problems.map((line) => `  - ${line}`).join('\n')}`);
  return { ...parsed.data, mailDomain: parsed.data.mailDomain ?? domainOf(parsed.data.mailFrom) };
}

/** The settings that the CDK command line and this process's environment give. */
export function settingsFrom(context: Sources['context']): Settings {
  return readSettings({ context, env: process.env });
}

function unknownNames(env: Sources['env'], file: Readonly<Record<string, unknown>>): string[] {
  const known = new Set<string>(names.map(envName));
  const strange = Object.keys(env).filter((name) => name.startsWith(envPrefix) && !known.has(name));
  return [...strange, ...Object.keys(file).filter((name) => !(name in schema.shape))].map((name) => `${name}: is not a setting`);
}

/** What only shows when two settings are seen together; checked even where others are wrong, so that all errors come at once. */
function togetherProblems(given: Readonly<Record<string, unknown>>): string[] {
  const off = given['cloudFront'] === false || given['cloudFront'] === 'false';
  const has = (name: Name) => given[name] !== undefined;
  return [
    ...(has('originSecretName') === has('originSecretSha256') ? [] : ['originSecretName: goes together with originSecretSha256']),
    ...(has('certificateArn') && !has('siteOrigin') ? ['siteOrigin: is needed with certificateArn'] : []),
    ...(['certificateArn', 'webAclArn', 'originSecretName'] as const)
      .filter((name) => off && has(name))
      .map((name) => `${name}: needs cloudFront`),
    ...(mailFits(given) ? [] : ['mailFrom: must be an address in mailDomain']),
  ];
}

function mailFits({ mailFrom, mailDomain }: Readonly<Record<string, unknown>>): boolean {
  if (typeof mailDomain !== 'string') return true;
  if (typeof mailFrom !== 'string') return false;
  const domain = domainOf(mailFrom);
  return domain === mailDomain || domain.endsWith(`.${mailDomain}`);
}

function domainOf(address: string): string {
  return addressParts.exec(address)?.groups?.['domain'] ?? '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

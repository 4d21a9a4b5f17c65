import type { Loopback } from './loopback.ts';
import { localClientId, identityPath, localOrganisers } from './identity.ts';
import { localQueuesArn } from './sqs.ts';

/** The environment of all functions in the local system, as infra gives it on AWS. */
export function functionEnvironment(options: {
  readonly origin: string;
  readonly tableName: string;
  readonly engine: string;
  readonly loopback: Loopback['endpoints'];
}): Record<string, string> {
  const { origin, tableName, engine, loopback } = options;
  return {
    ...tableEnvironment(engine, tableName),
    AWS_ENDPOINT_URL: loopback.anythingElse,
    AWS_ENDPOINT_URL_EVENTBRIDGE: loopback.eventBridge,
    AWS_ENDPOINT_URL_SES: loopback.ses,
    AWS_ENDPOINT_URL_S3: loopback.s3,
    AWS_ENDPOINT_URL_SQS: loopback.sqs,
    BUS_NAME: 'aspirations-local',
    MAIL_FROM: 'programme@aspirations.example',
    MAIL_CONFIGURATION_SET: 'aspirations-local',
    QUEUES_ARN: localQueuesArn,
    FILES_BUCKET: 'aspirations-files',
    OIDC_ISSUER: `${origin}${identityPath}`,
    OIDC_CLIENT_ID: localClientId,
    SITE_ORIGIN: origin,
    STAGE: 'local',
    CONTACT_EMAIL: 'help@aspirations.example',
    OWNERS: localOrganisers[0].email,
  };
}

/** What the table's adapters need to reach an engine on this machine. */
export function tableEnvironment(engine: string, tableName: string): Record<string, string> {
  return {
    TABLE_NAME: tableName,
    AWS_ENDPOINT_URL_DYNAMODB: engine,
    AWS_REGION: 'eu-west-2',
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_EC2_METADATA_DISABLED: 'true',
  };
}

/** Sets variables of this process; a session or profile of a real account is taken away, so that nothing can reach it. */
export function applyEnvironment(values: Readonly<Record<string, string>>): void {
  for (const name of ['AWS_PROFILE', 'AWS_SESSION_TOKEN', 'ORIGIN_SECRET_SHA256']) delete process.env[name];
  Object.assign(process.env, values);
}

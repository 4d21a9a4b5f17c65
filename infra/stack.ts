import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import type { CfnApi } from 'aws-cdk-lib/aws-apigatewayv2';
import type { Distribution } from 'aws-cdk-lib/aws-cloudfront';
import type { Queue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { functions, type FunctionName } from '#shared/system/functions.ts';
import { createFrontDoor } from './constructs/front-door.ts';
import { type CodeOf, type CommonEnv, createFunction, createLogGroup } from './constructs/function.ts';
import { createApi, letApiCall } from './constructs/http-api.ts';
import { createIdentity } from './constructs/identity.ts';
import { createMail } from './constructs/mail.ts';
import { createBucket, createBus, createKey, createTable } from './constructs/storage.ts';
import { letEventsIn } from './constructs/queues.ts';
import { connect } from './constructs/triggers.ts';
import { watch } from './constructs/watching.ts';
import { namesOf } from './names.ts';
import type { Resources } from './powers.ts';
import type { Settings } from './settings.ts';

/** The whole system of one stage, made from shared/system. `code` says where each function's code comes from. */
export class AspirationsStack extends Stack {
  /** Still without its routes, which are a stack of their own. */
  readonly api: CfnApi;

  constructor(scope: Construct, id: string, settings: Settings, code: CodeOf, props: StackProps) {
    super(scope, id, props);
    const names = namesOf(settings.stage);
    const key = createKey(this);
    const table = createTable(this, key);
    const bus = createBus(this, settings.factRetentionDays);
    const bucket = createBucket(this, key);
    const mail = createMail(this, settings);
    const api = createApi(this, key);
    this.api = api;
    const door = settings.cloudFront ? createFrontDoor(this, api, settings) : undefined;
    const origin = originOf(api, door, settings);
    const { pool, client } = createIdentity(this, settings.stage, origin);

    const made: Resources = {
      key,
      table,
      bus,
      bucket,
      mail,
      queues: this.formatArn({ service: 'sqs', resource: `${names.stack}-` }),
      identity: { issuer: pool.userPoolProviderUrl, clientId: client.userPoolClientId },
    };
    const log = createLogGroup(this, 'Log', key);
    const deployed = keysOf(functions).map((name) =>
      createFunction(this, name, { code, made, log, names, common: commonEnv(name, origin, settings) }),
    );
    letApiCall(api, deployed);
    const queues = deployed.map((each) => ({
      name: each.name,
      queue: connect(each, { key, table, bus, bucket, names, configurationSet: mail.configurationSet }),
      failures: each.failures,
    }));
    letEventsIn(
      this,
      names,
      bus,
      queues.flatMap(({ queue, failures }) => [...new Set([queue, failures])].filter((each) => each !== undefined)),
    );
    watch(this, { key, log, deployed, apiId: api.ref, names, alarmEmail: settings.alarmEmail });

    this.print({
      ApiUrl: api.attrApiEndpoint,
      SiteUrl: origin,
      ...(door ? { FrontDoorUrl: `https://${door.distributionDomainName}` } : {}),
      TableName: table.tableName,
      BusName: bus.eventBusName,
      FilesBucket: bucket.bucketName,
      LogName: log.logGroupName,
      UserPoolId: pool.userPoolId,
      UserPoolClientId: client.userPoolClientId,
      ...queueOutputs(queues),
    });
  }

  private print(outputs: Readonly<Record<string, string>>): void {
    for (const [name, value] of Object.entries(outputs)) new CfnOutput(this, name, { value });
  }
}

/**
 * Where the site is seen from outside. Until a stage has the origin secret its API answers everybody, and links lead
 * straight to it: so a check stage can be driven where nothing serves CloudFront.
 */
function originOf(api: CfnApi, door: Distribution | undefined, { siteOrigin, originSecretName }: Settings): string {
  return siteOrigin ?? (door && originSecretName !== undefined ? `https://${door.distributionDomainName}` : api.attrApiEndpoint);
}

function commonEnv(name: FunctionName, origin: string, { stage, originSecretSha256, contactEmail, owners }: Settings): CommonEnv {
  const http = functions[name].trigger.kind === 'http';
  return {
    STAGE: stage,
    SITE_ORIGIN: origin,
    ...(http && owners ? { OWNERS: owners } : {}),
    ...(http && contactEmail ? { CONTACT_EMAIL: contactEmail } : {}),
    ...(http && originSecretSha256 ? { ORIGIN_SECRET_SHA256: originSecretSha256 } : {}),
  };
}

/** `MarkDirtyQueueUrl` and `MarkDirtyFailuresUrl` for each function with queues. */
function queueOutputs(
  queues: readonly { readonly name: FunctionName; readonly queue: Queue | undefined; readonly failures: Queue | undefined }[],
) {
  return Object.fromEntries(
    queues.flatMap(({ name, queue, failures }) => [
      ...(queue && queue !== failures ? [[`${pascal(name)}QueueUrl`, queue.queueUrl]] : []),
      ...(failures ? [[`${pascal(name)}FailuresUrl`, failures.queueUrl]] : []),
    ]),
  );
}

function keysOf<T extends object>(record: T): (keyof T & string)[] {
  return Object.keys(record).filter((name): name is keyof T & string => name in record);
}

function pascal(name: string): string {
  return name.replace(/(^|-)(\w)/g, (_, _hyphen: string, letter: string) => letter.toUpperCase());
}

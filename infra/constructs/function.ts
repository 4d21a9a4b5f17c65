import { Duration, RemovalPolicy, Stack, Token } from 'aws-cdk-lib';
import { PolicyDocument, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Architecture, Code, Function as LambdaFunction, Runtime, Tracing } from 'aws-cdk-lib/aws-lambda';
import { type ILogGroup, LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { join } from 'node:path';
import { functions, type FunctionName } from '#shared/system/functions.ts';
import type { FunctionDeclaration } from '#shared/system/functions/declaration.ts';
import type { Names } from '../names.ts';
import { allow, powersOf, type Resources } from '../powers.ts';
import { acknowledge } from './acknowledge.ts';
import { bundleFunction } from './bundle.ts';

/** Where the code of a function comes from. */
export type CodeOf = (name: FunctionName) => Code;
/** A function with its declaration and, unless it answers HTTP, the one queue where all that it failed at is kept. */
export type Deployed = {
  readonly name: FunctionName;
  readonly declaration: FunctionDeclaration;
  readonly fn: LambdaFunction;
  /** All it may do: in its role, since a policy of its own would be one more of the 500 resources of a stack. */
  readonly may: PolicyDocument;
  readonly failures?: Queue;
};
/** The variables every function has, besides those of its powers. */
export type CommonEnv = {
  readonly STAGE: string;
  readonly SITE_ORIGIN: string;
  readonly ORIGIN_SECRET_SHA256?: string;
  readonly CONTACT_EMAIL?: string;
  readonly OWNERS?: string;
};

/** Bundles each function from its entry into its own folder under `directory`. */
export function bundledCode(directory: string): CodeOf {
  return (name) => {
    bundleFunction(functions[name].entry, join(directory, name, 'index.js'));
    return Code.fromAsset(join(directory, name));
  };
}

/** What every function of a stage is made with. */
export type Surroundings = {
  readonly code: CodeOf;
  readonly made: Resources;
  readonly log: ILogGroup;
  readonly names: Names;
  readonly common: CommonEnv;
};

/** One declared function: its code, role, environment and grants. */
export function createFunction(scope: Construct, name: FunctionName, { code, made, log, names, common }: Surroundings): Deployed {
  const declaration: FunctionDeclaration = functions[name];
  const { grants, env } = powersOf(declaration, made);
  const may = new PolicyDocument();
  const role = new Role(scope, `${name}-role`, {
    assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
    description: `What ${name} may do`,
    inlinePolicies: { own: may },
  });
  if (declaration.uses.includes('failures:retry')) acknowledgeQueues(role, made.queues);
  const failures = declaration.trigger.kind === 'http' ? undefined : createFailureQueue(scope, name, names, made.key);
  const fn = new LambdaFunction(scope, name, {
    functionName: names.functionOf(name),
    code: code(name),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    timeout: Duration.seconds(declaration.timeoutSeconds),
    memorySize: declaration.memoryMb,
    environment: { ...common, ...env },
    description: name,
    role,
    logGroup: log,
    tracing: Tracing.DISABLED,
  });
  may.addStatements(allow(['logs:CreateLogStream', 'logs:PutLogEvents'], log.logGroupArn), ...grants);
  if (failures) may.addStatements(...sendingTo(failures, made.key));
  return { name, declaration, fn, may, ...(failures ? { failures } : {}) };
}

/** What putting something into a queue takes, without the wildcards of CDK's own grant. */
export function sendingTo(queue: Queue, key: IKey) {
  return [allow(['sqs:SendMessage'], queue.queueArn), allow(['kms:Decrypt', 'kms:GenerateDataKey'], key.keyArn)];
}

/** A log kept for 30 days, under our key. */
export function createLogGroup(scope: Construct, id: string, key: IKey): LogGroup {
  return new LogGroup(scope, id, {
    retention: RetentionDays.ONE_MONTH,
    encryptionKey: key,
    removalPolicy: RemovalPolicy.DESTROY,
  });
}

/** The finding names the queues as the template does, the account included where it is known. */
function acknowledgeQueues(role: Role, queues: string): void {
  const { account } = Stack.of(role);
  const shown = queues.replace(account, Token.isUnresolved(account) ? '<AWS::AccountId>' : account);
  for (const end of ['*-failures', '*'])
    acknowledge(
      role,
      `IAM5[Resource::${shown}${end}]`,
      'It gives back what any of our functions failed at, and their queues share only the beginning of their names.',
    );
}

/** Where whatever a function failed at waits, for as long as SQS keeps anything. */
function createFailureQueue(scope: Construct, name: FunctionName, names: Names, key: IKey): Queue {
  const queue = new Queue(scope, `${name}-failures`, {
    queueName: names.failuresOf(name),
    encryption: QueueEncryption.KMS,
    encryptionMasterKey: key,
    dataKeyReuse: Duration.hours(1),
    retentionPeriod: Duration.days(14),
  });
  acknowledge(queue, 'SQS3', 'This is itself the dead-letter queue.');
  return queue;
}

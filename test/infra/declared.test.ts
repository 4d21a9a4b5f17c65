import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cachedPaths } from '#infra/constructs/front-door.ts';
import { events } from '#shared/system/events.ts';
import { functions } from '#shared/system/functions.ts';
import type { FunctionDeclaration } from '#shared/system/functions/declaration.ts';
import { powers } from '#shared/system/powers.ts';
import { routes } from '#shared/system/routes.ts';
import type { RouteDeclaration } from '#shared/system/routes/declaration.ts';
import { fullSettings, synthesise } from './synthesise.ts';

const { all, allAlarms, template } = synthesise();
const declared = Object.entries<FunctionDeclaration>(functions);
const lambdas = all('AWS::Lambda::Function');
const lambdaOf = (name: string): any => lambdas.find(({ Description }) => Description === name);
const statementsOf = (name: string): any[] =>
  all('AWS::IAM::Role')
    .filter(({ id }) => id === lambdaOf(name).Role['Fn::GetAtt'][0])
    .flatMap(({ Policies }) => Policies)
    .flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
const actionsOf = (name: string) => new Set<string>(statementsOf(name).flatMap(({ Action }) => Action));

/** What having a power lets a function do; what it may not do without it. */
const actionsOfPower = {
  'table:read': ['dynamodb:BatchGetItem', 'dynamodb:GetItem', 'dynamodb:Query'],
  'table:write': [
    'dynamodb:BatchWriteItem',
    'dynamodb:ConditionCheckItem',
    'dynamodb:DeleteItem',
    'dynamodb:PutItem',
    'dynamodb:UpdateItem',
  ],
  'table:empty': ['dynamodb:BatchWriteItem', 'dynamodb:Query'],
  'bus:publish': ['events:PutEvents'],
  'email:send': ['ses:SendRawEmail'],
  'files:read': ['s3:GetObject'],
  'failures:retry': [
    'sqs:DeleteMessage',
    'sqs:GetQueueAttributes',
    'sqs:ReceiveMessage',
    'sqs:SendMessage',
    'sqs:StartMessageMoveTask',
  ],
  'identity:use': [],
} as const satisfies Record<keyof typeof powers, readonly string[]>;
const ofTheQueue = ['sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:ChangeMessageVisibility', 'sqs:GetQueueAttributes'];
const ofTheStream = ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator', 'dynamodb:ListStreams'];

describe.each(declared)('%s', (name, { trigger, uses, timeoutSeconds, memoryMb, errorImpact }) => {
  test('is one function with the declared time and memory', () => {
    expect(lambdaOf(name)).toMatchObject({ Timeout: timeoutSeconds, MemorySize: memoryMb });
  });

  test('may do what its powers say and its trigger needs, and nothing else', () => {
    const expected = new Set<string>([
      'logs:CreateLogStream',
      'logs:PutLogEvents',
      ...uses.flatMap((power) => actionsOfPower[power]),
    ]);
    if (trigger.kind !== 'http') expected.add('sqs:SendMessage');
    if (['facts', 'files', 'mail-reports'].includes(trigger.kind)) for (const action of ofTheQueue) expected.add(action);
    if (trigger.kind === 'stream' || (trigger.kind === 'schedule' && trigger.wokenBy))
      for (const action of ofTheStream) expected.add(action);
    expect([...actionsOf(name)].filter((action) => !action.startsWith('kms:')).sort()).toEqual([...expected].sort());
  });

  test('has the environment of its powers and of every function, and nothing else', () => {
    const expected = ['STAGE', 'SITE_ORIGIN', ...uses.flatMap((power) => [...powers[power].env])];
    expect(Object.keys(lambdaOf(name).Environment.Variables).sort()).toEqual([...new Set(expected)].sort());
  });

  test('has its alarm set, each beginning with who is hurt', () => {
    const streamed = trigger.kind === 'stream' || (trigger.kind === 'schedule' && trigger.wokenBy !== undefined);
    const symptoms = [
      'errors',
      'throttles',
      'slow',
      ...(trigger.kind === 'http' ? [] : ['failures']),
      ...(streamed ? ['behind'] : []),
    ];
    const descriptions = allAlarms().map(({ AlarmDescription }) => AlarmDescription);
    for (const symptom of symptoms)
      expect(descriptions).toContain(`${errorImpact} What to do: docs/runbook.md, ${name}/${symptom}.`);
  });
});

describe('grants are narrow', () => {
  const statement = (name: string, action: string) => statementsOf(name).find(({ Action }) => [Action].flat().includes(action));

  test('reading reaches the table and its index, writing the table alone', () => {
    const [{ id: tableId }]: any = all('AWS::DynamoDB::Table');
    const queries = statementsOf('public').filter(({ Action }) => [Action].flat().includes('dynamodb:Query'));
    expect(JSON.stringify(queries)).toContain('/index/due');
    expect(statement('public', 'dynamodb:PutItem').Resource).toEqual({ 'Fn::GetAtt': [tableId, 'Arn'] });
  });

  test('only our own facts, and mails from our own address, can be sent', () => {
    expect(statement('relay-outbox', 'events:PutEvents').Condition).toEqual({ StringEquals: { 'events:source': 'aspirations' } });
    expect(statement('sweep-mails', 'ses:SendRawEmail').Condition).toEqual({
      StringEquals: { 'ses:FromAddress': 'no-reply@aspirations.example' },
    });
  });

  test('failed work goes from the queues of what failed to our own queues, and nowhere else', () => {
    expect(JSON.stringify(statement('upkeep', 'sqs:StartMessageMoveTask').Resource)).toMatch(/-\*-failures"/);
    expect(JSON.stringify(statement('upkeep', 'sqs:SendMessage').Resource)).toMatch(/:Aspirations-\w+-\*"/);
  });

  test('files are read under the declared prefix alone', () => {
    expect(JSON.stringify(statement('import-register', 's3:GetObject').Resource)).toContain('/imports/register/*');
  });
});

describe('routes', () => {
  test('every route has an integration, with the function that declares it', () => {
    const made = all('AWS::ApiGatewayV2::Route');
    expect(made.map(({ RouteKey }) => RouteKey).sort()).toEqual(Object.keys(routes).sort());
    const integrations = all('AWS::ApiGatewayV2::Integration');
    for (const { RouteKey, Target } of made) {
      const integration = integrations.find(({ id }) => JSON.stringify(Target).includes(`"${id}"`));
      const { function: wanted }: RouteDeclaration =
        Object.entries<RouteDeclaration>(routes).find(([key]) => key === RouteKey)?.[1] ?? expect.fail();
      expect(integration).toMatchObject({ PayloadFormatVersion: '2.0', IntegrationType: 'AWS_PROXY' });
      expect(JSON.stringify(integration?.IntegrationUri)).toContain(`:function:${lambdaOf(wanted).FunctionName}"`);
    }
  });

  test('the API may call each HTTP function by one permission', () => {
    const http = declared.filter(([, { trigger }]) => trigger.kind === 'http').map(([name]) => lambdaOf(name).id);
    const allowed = all('AWS::Lambda::Permission').map(({ FunctionName }) => FunctionName['Fn::GetAtt'][0]);
    expect(allowed.sort()).toEqual(http.sort());
  });

  test('CloudFront can only keep pages that anyone may see, and sends all else on', () => {
    const paths = cachedPaths();
    const kept = (path: string) =>
      paths.some((pattern) => new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(path));
    for (const [key, { auth, cacheSeconds }] of Object.entries<RouteDeclaration>(routes)) {
      const path = key.replace(/^\w+ /, '').replace(/\{\w+\}/g, 'x');
      if (cacheSeconds !== undefined) expect({ path, kept: kept(path) }).toEqual({ path, kept: true });
      if (auth !== 'anyone' || path.startsWith('/l/') || path.startsWith('/sign-'))
        expect({ path, kept: kept(path) }).toEqual({ path, kept: false });
    }
    const [{ DistributionConfig }]: any = all('AWS::CloudFront::Distribution');
    expect(DistributionConfig.CacheBehaviors.map(({ PathPattern }: any) => PathPattern)).toEqual(paths);
    expect(DistributionConfig.CustomErrorResponses).toBeUndefined();
    expect(DistributionConfig.DefaultCacheBehavior.CachePolicyId).toBe('4135ea2d-6df8-44a3-9df3-4b5a84be39ad');
    // Keeps the viewer's own host from the API, which would refuse it, and passes on everything else.
    expect(DistributionConfig.DefaultCacheBehavior.OriginRequestPolicyId).toBe('b689b0a8-53d0-40ab-baf2-68738e2966ac');
  });
});

describe('rules', () => {
  const rules = all('AWS::Events::Rule');

  test('each consumer of facts hears of exactly the facts it declares', () => {
    const patterns = rules.filter(({ EventPattern }) => EventPattern.source[0] === 'aspirations');
    const wanted = declared.flatMap(([name, { trigger }]) => (trigger.kind === 'facts' ? [{ name, of: [...trigger.of] }] : []));
    expect(
      patterns.map(({ Description, EventPattern }) => ({
        name: Description.replace('What starts ', ''),
        of: EventPattern['detail-type'],
      })),
    ).toEqual(wanted);
    for (const { of } of wanted) for (const type of of) expect(Object.keys(events)).toContain(type);
  });

  test('of the mail provider’s reports only type, time, id, our tags and the kind of bounce are passed on', () => {
    const reports = rules.filter(({ EventPattern }) => EventPattern.source[0] === 'aws.ses');
    expect(reports.length).toBe(2);
    const paths = new Set(reports.flatMap(({ Targets }) => Object.values<string>(Targets[0].InputTransformer.InputPathsMap)));
    expect([...paths].sort()).toEqual([
      '$.detail.bounce.bounceType',
      '$.detail.eventType',
      '$.detail.mail.messageId',
      '$.detail.mail.tags.edition',
      '$.detail.mail.tags.mail',
      '$.time',
    ]);
    const kinds = reports.flatMap(({ EventPattern }) => EventPattern.detail.eventType);
    expect(kinds.sort()).toEqual(['Bounce', 'Complaint', 'Delivery', 'DeliveryDelay', 'Reject', 'Rendering Failure', 'Send']);
  });

  test('a report of a bounce becomes the message that its consumer reads', () => {
    const bounces: any = rules.find(({ EventPattern }) => EventPattern.detail?.eventType?.[0] === 'Bounce');
    const { InputPathsMap, InputTemplate } = bounces.Targets[0].InputTransformer;
    const event: any = {
      time: '2025-03-03T09:00:00Z',
      detail: {
        eventType: 'Bounce',
        mail: { messageId: 'made-up', tags: { mail: ['m1'], edition: ['e1'] }, destination: ['somebody@school.example'] },
        bounce: { bounceType: 'Permanent' },
      },
    };
    const valueAt = (path: string) =>
      path
        .slice(2)
        .split('.')
        .reduce((value, part) => value[part], event);
    const message = InputTemplate.replace(/<([^>]+)>/g, (_: string, name: string) =>
      JSON.stringify(valueAt(InputPathsMap[name])),
    );
    expect(JSON.parse(message)).toEqual({
      type: 'Bounce',
      time: '2025-03-03T09:00:00Z',
      messageId: 'made-up',
      tags: { mail: ['m1'], edition: ['e1'] },
      bounce: 'Permanent',
    });
  });

  test('new files are announced, and start the import under its prefix alone', () => {
    expect(all('AWS::S3::Bucket')[0].NotificationConfiguration).toEqual({
      EventBridgeConfiguration: { EventBridgeEnabled: true },
    });
    const [files] = rules.filter(({ EventPattern }) => EventPattern.source[0] === 'aws.s3');
    expect(files?.EventPattern).toMatchObject({
      'detail-type': ['Object Created'],
      detail: { object: { key: [{ prefix: 'imports/register/' }] } },
    });
  });
});

describe('the runbook', () => {
  const runbook = readFileSync('docs/runbook.md', 'utf8');
  const sections = new Map(
    runbook
      .split(/^### /m)
      .slice(1)
      .map((section) => [section.slice(0, section.indexOf('\n')), section]),
  );
  const named = allAlarms().map(
    ({ AlarmDescription }) => /docs\/runbook\.md, ([\w-]+\/[\w-]+)\.$/.exec(AlarmDescription)?.[1] ?? AlarmDescription,
  );

  test('has no undocumented alarm: each is named under the heading of its function', () => {
    const missing = named.filter((heading) => !sections.get(heading.split('/')[0] ?? '')?.includes(`\`${heading}\``));
    expect(missing).toEqual([]);
  });

  test('tells of no alarm that does not exist', () => {
    const told = [...runbook.matchAll(/`([a-z-]+\/[a-z]+)`/g)].map(([, heading]) => heading);
    expect(told.filter((heading) => heading === undefined || !named.includes(heading))).toEqual([]);
  });

  test('has a section on every symptom', () => {
    const symptoms = new Set(named.filter((heading) => heading.split('/')[0] !== 'mail').map((heading) => heading.split('/')[1]));
    for (const symptom of symptoms) expect([...sections.keys()]).toContain(symptom);
  });
});

describe('outputs and sign-in', () => {
  test('the outputs name the API, the site, the table, the bus, the users, the files, the log and every queue', () => {
    const outputs = Object.keys(template.toJSON()['Outputs']);
    expect(outputs).toEqual(
      expect.arrayContaining([
        'ApiUrl',
        'SiteUrl',
        'TableName',
        'BusName',
        'FilesBucket',
        'LogName',
        'UserPoolId',
        'UserPoolClientId',
      ]),
    );
    expect(outputs.filter((name) => name.endsWith('Url')).length).toBe(3 + all('AWS::SQS::Queue').length);
  });

  test('nobody signs up alone, a second factor is always asked for, and the client has no secret', () => {
    const [pool] = all('AWS::Cognito::UserPool');
    expect(pool).toMatchObject({
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: false },
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    });
    const [client] = all('AWS::Cognito::UserPoolClient');
    expect(client).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email', 'profile'],
    });
    expect(JSON.stringify(client?.CallbackURLs)).toContain('/sign-in/callback');
  });
});

describe('a stage with everything on', () => {
  const full = synthesise(fullSettings);

  test('has its own domain, its firewall, and the secret header by name only', () => {
    const [{ DistributionConfig }]: any = full.all('AWS::CloudFront::Distribution');
    expect(DistributionConfig).toMatchObject({
      Aliases: ['careers.example'],
      WebACLId: fullSettings.webAclArn,
      ViewerCertificate: { MinimumProtocolVersion: 'TLSv1.2_2021' },
    });
    expect(JSON.stringify(DistributionConfig.Origins)).toContain('{{resolve:secretsmanager:made-up/origin:SecretString:::}}');
  });

  test('tells HTTP functions, and no other, what the secret’s digest is; all know the site’s origin', () => {
    const told = full
      .all('AWS::Lambda::Function')
      .filter(({ Environment }) => Environment.Variables.ORIGIN_SECRET_SHA256 === fullSettings.originSecretSha256);
    expect(told.map(({ Description }) => Description).sort()).toEqual(
      declared
        .filter(([, { trigger }]) => trigger.kind === 'http')
        .map(([name]) => name)
        .sort(),
    );
    for (const { Environment } of full.all('AWS::Lambda::Function'))
      expect(Environment.Variables.SITE_ORIGIN).toBe('https://careers.example');
  });

  test('without a domain of its own, and with the secret, the site is where CloudFront serves it', () => {
    const { originSecretName, originSecretSha256 } = fullSettings;
    expect(
      JSON.stringify(synthesise({ originSecretName, originSecretSha256 }).template.toJSON()['Outputs'].SiteUrl.Value),
    ).toContain('DomainName');
  });

  test('without CloudFront the API is the site, as it is without the secret', () => {
    expect(template.toJSON()['Outputs'].SiteUrl.Value).toEqual(template.toJSON()['Outputs'].ApiUrl.Value);
    const bare = synthesise({ cloudFront: 'false' });
    expect(bare.all('AWS::CloudFront::Distribution')).toEqual([]);
    expect(bare.template.toJSON()['Outputs'].SiteUrl.Value).toEqual(bare.template.toJSON()['Outputs'].ApiUrl.Value);
  });
});

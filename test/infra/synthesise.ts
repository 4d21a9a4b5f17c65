import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { readFileSync } from 'node:fs';
import { AlarmsStack } from '#infra/alarms.ts';
import { FirewallStack } from '#infra/firewall.ts';
import { namesOf } from '#infra/names.ts';
import { readSettings } from '#infra/settings.ts';
import { RoutesStack } from '#infra/routes.ts';
import { AspirationsStack } from '#infra/stack.ts';

/** The settings of a stage with everything on; every value is made up. */
export const fullSettings = {
  stage: 'full',
  siteOrigin: 'https://careers.example',
  certificateArn: 'arn:aws:acm:us-east-1:000000000000:certificate/made-up',
  webAclArn: 'arn:aws:wafv2:us-east-1:000000000000:global/webacl/made-up/1',
  originSecretName: 'made-up/origin',
  originSecretSha256: 'a'.repeat(64),
  mailFrom: 'no-reply@careers.example',
  alarmEmail: 'alarms@careers.example',
} as const;

/** The stack of a stage with stand-in code, as CDK would write it with the project's own flags. */
export function synthesise(given: Readonly<Record<string, unknown>> = {}) {
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8'));
  const app = new App({
    context: { ...context, 'aws:cdk:disable-asset-staging': true, 'aws:cdk:disable-stack-trace': true },
    // The real synth has it on; here cfn-lint, nag and our own assertions look at the template, ten times faster.
    builtinCloudFormationValidation: false,
  });
  const settings = readSettings({ context: (name) => given[name], env: {} });
  const names = namesOf(settings.stage);
  const env = { region: settings.region };
  const code = () => Code.fromInline('exports.handler = async () => ({});');
  const stack = new AspirationsStack(app, names.stack, settings, code, { env });
  const routing = new RoutesStack(app, names.routeStack, stack.api, names, { env });
  const alarms = new AlarmsStack(app, names.alarmStack, names, { env });
  const firewall = new FirewallStack(app, `${names.stack}-firewall`, { env: { region: 'us-east-1' } });
  const template = Template.fromStack(stack);
  const routesTemplate = Template.fromStack(routing);
  const alarmsTemplate = Template.fromStack(alarms);
  const resources = (of: Template, type: string) =>
    Object.entries(of.findResources(type)).map(([id, { Properties, ...rest }]) => ({ id, ...rest, ...Properties }));
  /** The resources of one type of the system and of its routes, each with its logical id. */
  const all = (type: string) => [template, routesTemplate].flatMap((each) => resources(each, type));
  /** The alarms of the system and of their own stack. */
  const allAlarms = () => [template, alarmsTemplate].flatMap((each) => resources(each, 'AWS::CloudWatch::Alarm'));
  return { app, stack, routing, alarms, firewall, names, template, routesTemplate, alarmsTemplate, all, allAlarms };
}

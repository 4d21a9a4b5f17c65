import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { AlarmsStack } from './alarms.ts';
import { bundledCode } from './constructs/function.ts';
import { FirewallStack } from './firewall.ts';
import { namesOf } from './names.ts';
import { RoutesStack } from './routes.ts';
import { settingsFrom } from './settings.ts';
import { AspirationsStack } from './stack.ts';

const app = new App();
const settings = settingsFrom((name) => app.node.tryGetContext(name));
const { stage, region, account } = settings;
const place = account === undefined ? {} : { account };

const names = namesOf(stage);
const env = { ...place, region };

const system = new AspirationsStack(app, names.stack, settings, bundledCode('build/functions'), {
  env,
  description: 'Aspirations: from the first registration to the published impact report',
  terminationProtection: stage !== 'check',
});
new RoutesStack(app, names.routeStack, system.api, names, {
  env,
  description: 'Aspirations: the routes of the API',
});
const alarms = new AlarmsStack(app, names.alarmStack, names, {
  env,
  description: 'Aspirations: alarms, each with a heading of docs/runbook.md',
});
alarms.addStackDependency(system);
if (settings.firewall) new FirewallStack(app, `${names.stack}-firewall`, { env: { ...place, region: 'us-east-1' } });

Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { bundledCode } from './constructs/function.ts';
import { FirewallStack } from './firewall.ts';
import { settingsFrom } from './settings.ts';
import { AspirationsStack } from './stack.ts';

const app = new App();
const settings = settingsFrom((name) => app.node.tryGetContext(name));
const { stage, region, account } = settings;
const place = account === undefined ? {} : { account };

new AspirationsStack(app, `Aspirations-${stage}`, settings, bundledCode('build/functions'), {
  env: { ...place, region },
  description: 'Aspirations: from the first registration to the published impact report',
  terminationProtection: stage !== 'check',
});
if (settings.firewall) new FirewallStack(app, `Aspirations-${stage}-firewall`, { env: { ...place, region: 'us-east-1' } });

Validations.of(app).addPlugins(new AwsSolutionsChecks(app));

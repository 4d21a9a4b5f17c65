import { Stack } from 'aws-cdk-lib';
import { EventBus } from 'aws-cdk-lib/aws-events';
import {
  CfnConfigurationSet,
  ConfigurationSet,
  EmailIdentity,
  EmailSendingEvent,
  EventDestination,
  Identity,
} from 'aws-cdk-lib/aws-ses';
import type { Construct } from 'constructs';
import type { Resources } from '../powers.ts';
import type { Settings } from '../settings.ts';

/** What mails are sent with: a verified domain and a configuration set that reports to the account's default bus. */
export function createMail(scope: Construct, { mailDomain, mailFrom }: Settings): Resources['mail'] {
  const set = new ConfigurationSet(scope, 'Mails', {
    reputationMetrics: true,
    sendingEnabled: true,
  });
  // We keep which addresses take no mail, for people to see and lift; a list of the account's own would win over both.
  if (set.node.defaultChild instanceof CfnConfigurationSet) set.node.defaultChild.suppressionOptions = { suppressedReasons: [] };
  set.addEventDestination('Reports', {
    destination: EventDestination.eventBus(EventBus.fromEventBusName(scope, 'MailReportBus', 'default')),
    events: [
      EmailSendingEvent.SEND,
      EmailSendingEvent.DELIVERY,
      EmailSendingEvent.REJECT,
      EmailSendingEvent.BOUNCE,
      EmailSendingEvent.COMPLAINT,
      EmailSendingEvent.DELIVERY_DELAY,
      EmailSendingEvent.RENDERING_FAILURE,
    ],
  });
  const identity = new EmailIdentity(scope, 'MailDomain', { identity: Identity.domain(mailDomain) });
  const configurationSetArn = Stack.of(scope).formatArn({
    service: 'ses',
    resource: 'configuration-set',
    resourceName: set.configurationSetName,
  });
  return { from: mailFrom, configurationSet: set.configurationSetName, arns: [identity.emailIdentityArn, configurationSetArn] };
}

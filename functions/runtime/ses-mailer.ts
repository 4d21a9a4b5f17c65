import { SendRawEmailCommand, SESClient } from '@aws-sdk/client-ses';
import MailComposer from 'nodemailer/lib/mail-composer';
import { AppError } from '#shared/kernel/errors.ts';
import type { Mailer, Message } from '#shared/ports.ts';
import type { PowerEnv } from '#shared/system/powers.ts';
import { invitationFile } from './calendar-file.ts';

// One attempt a call: a second one after a lost answer would send the mail twice.
const client = new SESClient({ maxAttempts: 1, requestHandler: { requestTimeout: 8000, connectionTimeout: 1500 } });

/** Sends through SES as raw MIME, to exactly one recipient. */
export function sesMailer({ MAIL_FROM, MAIL_CONFIGURATION_SET }: PowerEnv<'email:send'>): Mailer {
  return {
    async send(message, tag) {
      const raw = await mimeOf(message, MAIL_FROM, tag.mail);
      const command = new SendRawEmailCommand({
        Source: MAIL_FROM,
        Destinations: [message.to],
        RawMessage: { Data: raw },
        ConfigurationSetName: MAIL_CONFIGURATION_SET,
        Tags: Object.entries(tag).map(([Name, Value]) => ({ Name, Value })),
      });
      try {
        const { MessageId = '' } = await client.send(command);
        return { messageId: MessageId };
      } catch (error) {
        throw isRefusal(error) ? new AppError('unavailable', 'mail-refused', 'The mail provider did not take the mail.') : error;
      }
    },
  };
}

/** True when SES answered and said no, so that the mail was surely not sent; a lost answer proves nothing. */
function isRefusal(error: unknown): boolean {
  return error instanceof Error && '$fault' in error && '$metadata' in error && hasStatus(error.$metadata);
}

function hasStatus(metadata: unknown): boolean {
  return (
    typeof metadata === 'object' && metadata !== null && 'httpStatusCode' in metadata && Number(metadata.httpStatusCode) >= 400
  );
}

/** The mail as RFC 5322 bytes, with a Message-ID that is the same at every attempt. */
export async function mimeOf(message: Message, from: string, mail: string): Promise<Uint8Array> {
  for (const field of [message.to, message.subject, message.replyTo.name, message.replyTo.address]) {
    if (/[\r\n]/.test(field)) throw new AppError('invalid', 'header-injection', 'A mail header cannot hold a line break.');
  }
  if (/[,;<>\s]/.test(message.to)) throw new AppError('invalid', 'one-recipient', 'A mail goes to exactly one address.');
  const composer = new MailComposer({
    from: { name: message.replyTo.name, address: from },
    to: { name: '', address: message.to },
    replyTo: message.replyTo,
    subject: message.subject,
    text: message.text,
    html: message.html,
    messageId: `<${mail}@${from.split('@')[1]}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(message.calendar ? { icalEvent: { ...invitationFile(message.calendar, message, from), filename: 'invite.ics' } } : {}),
  });
  return composer.compile().build();
}

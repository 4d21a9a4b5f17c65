import type { BusEntry, LocalBus } from './bus.ts';
import { header, readMail } from './mime.ts';
import type { CapturedMail, MailStore } from './inbox.ts';

/** SES never reports before its answer to the sender has arrived; neither do we. */
const reportDelaySeconds = 0.1;

/** What a mail provider may say about a mail later. */
export type MailVerdict = 'Bounce' | 'Complaint' | 'Delivery' | 'Send';

/** The provider's answer to one call of SES's query protocol. */
export type SesAnswer = { readonly status: number; readonly xml: string };

type Options = { readonly mails: MailStore; readonly bus: LocalBus; readonly now: () => string };

/** SES's `SendRawEmail`: keeps the mail, and in the same step what SES would say about it on the bus. */
export function createSes({ mails, bus, now }: Options) {
  function sendRawEmail(form: URLSearchParams): SesAnswer {
    const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
    if (raw.length === 0) return refusal('InvalidParameterValue', 'RawMessage.Data is empty');
    const destinations = members(form, 'Destinations.member.');
    const to = destinations.length > 0 ? destinations : header(readMail(raw).headers, 'to').split(',').map(bareAddress);
    const mail = { to, date: now(), tags: tagsOf(form), configurationSet: form.get('ConfigurationSetName') ?? '' };
    const messageId = mails.keep(raw, mail, (id) => {
      const kept = { ...mail, messageId: id };
      bus.put(
        ['Send' as const, ...verdictsFor(to)].map((verdict) => mailEvent(kept, verdict, now())),
        reportDelaySeconds,
      );
    });
    return answer('SendRawEmail', `<MessageId>${messageId}</MessageId>`);
  }

  return {
    answer(form: URLSearchParams): SesAnswer {
      const action = form.get('Action') ?? '';
      if (action === 'SendRawEmail') return sendRawEmail(form);
      return { status: 501, xml: errorXml('NotImplemented', `SES ${action} is not part of the local system`) };
    },
    /** Says something about a mail that was taken earlier, as SES would. */
    report(mail: Omit<CapturedMail, 'id'>, verdict: MailVerdict, bounceType: BounceType = 'Permanent') {
      bus.put([mailEvent(mail, verdict, now(), bounceType)]);
    },
  };
}

export type BounceType = 'Permanent' | 'Transient' | 'Undetermined';

const detailTypes = {
  Send: 'Email Sent',
  Bounce: 'Email Bounced',
  Complaint: 'Email Complaint Received',
  Delivery: 'Email Delivered',
} as const;

function mailEvent(
  mail: Omit<CapturedMail, 'id'>,
  verdict: MailVerdict,
  timestamp: string,
  bounceType: BounceType = 'Permanent',
): BusEntry {
  const recipients = mail.to.map((emailAddress) => ({ emailAddress }));
  return {
    source: 'aws.ses',
    detailType: detailTypes[verdict],
    detail: {
      eventType: verdict,
      mail: { timestamp: mail.date, messageId: mail.messageId, destination: mail.to, tags: mail.tags },
      ...(verdict === 'Bounce'
        ? { bounce: { bounceType, bounceSubType: 'General', bouncedRecipients: recipients, timestamp } }
        : {}),
      ...(verdict === 'Complaint' ? { complaint: { complainedRecipients: recipients, timestamp } } : {}),
    },
  };
}

/** Addresses with a meaning of their own, so that a demonstration can show what happens to a bad one. */
function verdictsFor(to: readonly string[]): MailVerdict[] {
  if (to.some((address) => address.toLowerCase().endsWith('@bounce.example'))) return ['Bounce'];
  return to.some((address) => address.toLowerCase().endsWith('@complaint.example')) ? ['Complaint'] : [];
}

function tagsOf(form: URLSearchParams): Record<string, string[]> {
  const names = members(form, 'Tags.member.', '.Name');
  const values = members(form, 'Tags.member.', '.Value');
  return Object.fromEntries(names.map((name, index) => [name, [values[index] ?? '']]));
}

function members(form: URLSearchParams, prefix: string, suffix = ''): string[] {
  const found: string[] = [];
  for (let index = 1; form.has(`${prefix}${index}${suffix}`); index += 1)
    found.push(form.get(`${prefix}${index}${suffix}`) ?? '');
  return found;
}

function bareAddress(text: string): string {
  return (/<([^>]*)>/.exec(text)?.[1] ?? text).trim();
}

function answer(action: string, result: string): SesAnswer {
  return {
    status: 200,
    xml: `<${action}Response xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><${action}Result>${result}</${action}Result><ResponseMetadata><RequestId>local</RequestId></ResponseMetadata></${action}Response>`,
  };
}

function refusal(code: string, message: string): SesAnswer {
  return { status: 400, xml: errorXml(code, message) };
}

function errorXml(code: string, message: string): string {
  const text = message.replace(/[<>&]/g, '');
  return `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${text}</Message></Error><RequestId>local</RequestId></ErrorResponse>`;
}

import * as z from 'zod/mini';

const tags = z.record(z.string(), z.array(z.string()));
const sesEvent = z.object({
  time: z.string(),
  detail: z.object({
    eventType: z.enum(['Send', 'Bounce', 'Complaint', 'Delivery', 'Reject']),
    mail: z.object({ messageId: z.string(), tags }),
    bounce: z.optional(z.object({ bounceType: z.enum(['Permanent', 'Transient', 'Undetermined']) })),
  }),
});

/** What the rule for the mail provider's events passes on: type, time, message id, tags and bounce kind, never an address. */
export function mailReportOf(event: object) {
  const { time, detail } = sesEvent.parse(event);
  const { mail = [], edition = [] } = detail.mail.tags;
  return {
    type: detail.eventType,
    time,
    messageId: detail.mail.messageId,
    tags: { mail, edition },
    bounce: detail.bounce?.bounceType ?? null,
  };
}

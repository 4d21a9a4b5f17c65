import { daysAfter, type Instant, londonDate } from '#shared/kernel/time.ts';
import { securityTextDays } from './review.ts';

type SecurityText = { readonly origin: string; readonly contactEmail?: string | undefined; readonly now: Instant };

/** `/.well-known/security.txt` as RFC 9116 wants it: whom to tell of a weakness, and until when that holds. */
export function securityText({ origin, contactEmail, now }: SecurityText): string {
  const expires = `${daysAfter(londonDate(now), securityTextDays)}T00:00:00Z`;
  return [
    ...(contactEmail ? [`Contact: mailto:${contactEmail}`] : []),
    `Contact: ${origin}/contact`,
    `Expires: ${expires}`,
    'Preferred-Languages: en',
    `Canonical: ${origin}/.well-known/security.txt`,
    `Policy: ${origin}/contact`,
    '',
  ].join('\n');
}

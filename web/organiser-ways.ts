import type { Programme } from '#shared/domain/programme.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { html, type Html } from './html.ts';
import { bullets, heading2, link } from './prose.ts';

/** How to reach a programme's organiser, by mail and telephone, each as a link. */
export function organiserWays({ organiser: { email, telephone } }: Programme): readonly Html[] {
  return [mailLink(email), ...(telephone ? [telephoneLink(telephone)] : [])];
}

/** Whom to turn to about a child's safety, with the ways to reach them; nothing where an edition names nobody. */
export function safeguardingWays({ safeguardingLead: lead }: Edition): Html | undefined {
  const ways = [
    lead?.name,
    lead?.email && link(`mailto:${lead.email}`, lead.email),
    lead?.telephone && telephoneLink(lead.telephone),
  ].filter((one) => one !== undefined && one !== '');
  return ways.length === 0 ? undefined : html`${heading2(sentence)}${bullets(ways)}`;
}

const sentence = 'If you worry about a child’s safety';

/** An address that opens a mail program when it is pressed. */
function mailLink(email: string): Html {
  const [name, domain] = email.split('@');
  // Where it is too long for its line, it breaks behind the @.
  return link(`mailto:${email}`, html`${name}@<wbr>${domain}`);
}

/** A number that a telephone dials when it is pressed. */
export function telephoneLink(number: string): Html {
  // A number is never broken over two lines.
  return link(`tel:${number.replace(/[^\d+]/g, '')}`, number.replaceAll(' ', '\u00a0'));
}

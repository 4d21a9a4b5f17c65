import type { Programme } from '#shared/domain/programme.ts';
import type { Html } from './html.ts';
import { link } from './prose.ts';

/** How to reach a programme's organiser, by mail and telephone, each as a link. */
export function organiserWays({ organiser: { email, telephone } }: Programme): readonly Html[] {
  return [link(`mailto:${email}`, email), ...(telephone ? [telephoneLink(telephone)] : [])];
}

/** A number that a telephone dials when it is pressed. */
export function telephoneLink(number: string): Html {
  // A number is never broken over two lines.
  return link(`tel:${number.replace(/[^\d+]/g, '')}`, number.replaceAll(' ', '\u00a0'));
}

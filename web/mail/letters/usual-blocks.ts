import type { MailBlock } from '../render.ts';
import type { Row } from './bookings.ts';
import { englishMails as words } from './content.en.ts';

type Told = {
  readonly heading: string;
  /** The reader's. */
  readonly name: string;
  readonly rows: readonly Row[];
  readonly says: readonly string[];
  readonly button: string;
};

/** A letter that greets its reader, lays out the facts, says what to know of them, and ends in its link. */
export function usualBlocks({ heading, name, rows, says, button }: Told) {
  return (link: string): MailBlock[] => [
    { kind: 'heading', text: heading },
    { kind: 'paragraph', text: words.greeting(name) },
    { kind: 'facts', rows },
    ...says.map((text) => ({ kind: 'paragraph', text }) as const),
    { kind: 'button', text: button, href: link },
  ];
}

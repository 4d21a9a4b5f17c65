import type { Instant } from '#shared/kernel/time.ts';
import type { SummaryRow } from '../components/summary-list.ts';
import { summaryList } from '../components/summary-list.ts';
import type { Filled } from '../filled.ts';
import { html, type Html } from '../html.ts';
import { heading2, link, paragraph } from '../prose.ts';
import { sayAgo } from '../say.ts';
import { myPlaceContent } from './content.en.ts';

type Params = {
  readonly filled: Filled | undefined;
  /** What is held now: its version, when it was last changed, and its answers. */
  readonly held: { readonly version: number; readonly changedAt?: Instant | undefined };
  readonly rows: readonly (SummaryRow | undefined)[];
  readonly now: Instant;
  /** The form's own address: going there keeps the answers that are held. */
  readonly path: string;
};

/**
 * For a form that came back because somebody else changed the same thing meanwhile: when that was, and their answers, to
 * choose between. Nothing for any other form.
 */
export function meanwhile({ filled, held, rows, now, path }: Params): Html | undefined {
  const shown = filled?.values['version']?.[0];
  if (shown === undefined || shown === String(held.version)) return undefined;
  const { meanwhile: words } = myPlaceContent;
  return html`${heading2(words.heading)}
${paragraph(words.when(sayAgo(held.changedAt ?? now, now)))}
${summaryList({ rows })}
${paragraph(link(path, words.theirs))}
${paragraph(words.mine)}`;
}

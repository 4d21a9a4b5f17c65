import type { Programme } from '#shared/domain/programme.ts';
import { type Filled, problemsOf } from './filled.ts';
import { html, type Html } from './html.ts';
import { type NavigationItem, page } from './layout.ts';
import { themeOf } from './theme.ts';

export type JourneyPageParams = {
  readonly programme?: Programme | undefined;
  readonly title: string;
  /** The page's `h1`; the title by default. `false` when the body brings its own. */
  readonly heading?: string | false | undefined;
  /** What the page belongs to, above the heading. */
  readonly caption?: string | undefined;
  readonly body: Html;
  readonly backLink?: string | undefined;
  readonly path?: string | undefined;
  readonly navigation?: readonly NavigationItem[] | undefined;
  readonly wide?: boolean | undefined;
  /** The form on the page, when it came back. */
  readonly filled?: Filled | undefined;
  /** The field to link to for an issue whose path has none of its own. */
  readonly targets?: Readonly<Record<string, string>> | undefined;
};

/** A page of a journey: errors first, then its one heading, then its body, in the programme's colours. */
export function journeyPage({ programme, heading, caption, body, filled, targets, ...rest }: JourneyPageParams): string {
  const over = caption && html`<p class="govuk-caption-l">${caption}</p>`;
  const h1 = heading !== false && html`<h1 class="govuk-heading-l">${heading ?? rest.title}</h1>`;
  return page({
    ...rest,
    theme: programme && themeOf(programme),
    errorSummary: problemsOf(filled, body, targets),
    body: html`${over}${h1}${body}`,
  });
}

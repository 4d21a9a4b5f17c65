import { summaryList } from '../components/summary-list.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { organiserWays, safeguardingWays } from '../organiser-ways.ts';
import { bullets, heading2, paragraph } from '../prose.ts';
import { mySessionsContent } from './content.en.ts';
import { latePart } from './late.ts';
import type { VisitorSetting } from './place.ts';
import { dayRows, type Offered } from './places.ts';

type Params = VisitorSetting & { readonly offered: readonly Offered[] };

/** Each accepted place on a sheet of its own: where to be, whom to ask for, who comes. Made to be printed. */
export function dayPage({ edition, programme, visitor, offered, now }: Params): string {
  const { day: words } = mySessionsContent;
  const sheet = (one: Offered): Html =>
    html`<section class="app-sheet">${heading2(one.event.title)}${summaryList({ rows: dayRows(one, visitor) })}${latePart(one, now)}</section>`;
  return journeyPage({
    programme,
    title: words.title,
    caption: edition.name,
    backLink: '/my/place',
    path: '/my/day',
    body: html`${offered.length === 0 ? paragraph(words.none) : paragraph(words.print)}
${offered.map(sheet)}
${heading2(words.organiser)}
${bullets([programme.organiser.name, ...organiserWays(programme)])}
${safeguardingWays(edition)}`,
  });
}

import { yearGroups } from '#shared/domain/fields.ts';
import { summaryList } from '../components/summary-list.ts';
import { table } from '../components/table.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { registrationRows } from '../links/held.ts';
import { organiserWays, safeguardingWays } from '../organiser-ways.ts';
import { bullets, heading2, paragraph } from '../prose.ts';
import { sayNumber } from '../say.ts';
import { myPlaceContent } from './content.en.ts';
import type { PlaceSetting } from './place.ts';
import { inOrder, type Visit, visitRows } from './visits.ts';

/** Everything a school wants on paper: each event with its day sheet, and what we hold. */
export function printPage({ edition, programme, school, visits }: PlaceSetting & { readonly visits: readonly Visit[] }): string {
  const { print: words } = myPlaceContent;
  return journeyPage({
    programme,
    title: words.title,
    caption: edition.name,
    backLink: '/my/place',
    path: '/my/place/print',
    body: html`${paragraph(words.how)}
${paragraph(words.contact)}${bullets(organiserWays(programme))}
${safeguardingWays(edition)}
${visits.length === 0 && paragraph(words.noEvents)}
${inOrder(visits).map((visit) => sheet(visit, school.urn))}
<section class="app-sheet">${heading2(words.held)}${summaryList({ rows: registrationRows(school) })}</section>`,
  });
}

function sheet(visit: Visit, urn: string): Html {
  const { print: words } = myPlaceContent;
  const { booking } = visit;
  return html`<section class="app-sheet">${heading2(visit.event.title)}${summaryList({ rows: visitRows(visit, urn) })}
${booking && visit.event.state !== 'cancelled' && html`${daySheet(booking)}${paragraph(booking.adult === undefined ? words.noAdult : words.adult(booking.adult, booking.adults))}${paragraph(words.note)}`}</section>`;
}

function daySheet({ cohorts, pupils, attended }: NonNullable<Visit['booking']>): Html {
  const { print: words } = myPlaceContent;
  const rows = yearGroups.flatMap((year) => {
    const booked = cohorts[year] ?? 0;
    return booked > 0 ? [[{ text: labels.years[year] }, { text: sayNumber(booked) }, { text: '' }]] : [];
  });
  const came = attended === undefined ? '' : sayNumber(attended);
  return table({
    caption: words.day,
    captionClasses: 'govuk-table__caption--s',
    head: words.head.map((text) => ({ text })),
    rows: [...rows, [{ text: words.total }, { text: sayNumber(pupils) }, { text: came }]],
    firstCellIsHeader: true,
  });
}

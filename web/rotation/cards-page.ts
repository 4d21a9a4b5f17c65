import type { Event } from '#shared/domain/event.ts';
import { badges, daySheet, groupCards, organisationCards, roomDoors } from '#shared/domain/rotation/cards.ts';
import type { Rotation } from '#shared/domain/rotation/shape.ts';
import { table } from '../components/table.ts';
import { html, type Html } from '../html.ts';
import { type Console, consolePage } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { paragraph } from '../prose.ts';
import { sayHalfDay, sayNumber } from '../say.ts';
import { cardsContent as words } from './cards.en.ts';
import { daySheetTable, doorSheet, groupSheet, organisationSheet, sheet } from './lines.ts';

/** Everything of a rotation to print: a card for each group and organisation, room doors, the host's day sheet, badges. */
export function cardsPage({
  event,
  rotation,
  ...console
}: Console & { readonly event: Event; readonly rotation: Rotation }): string {
  return consolePage(console, {
    title: words.title,
    backLink: pathOf('/organiser/editions/{edition}/events/{event}/rotation', { edition: event.edition, event: event.event }),
    body: html`${paragraph(`${event.title}. ${sayHalfDay(event.halfDay)}.`)}${paragraph(words.how)}
${groupCards(rotation).map(groupSheet)}
${organisationCards(rotation).map(organisationSheet)}
${roomDoors(rotation).map(doorSheet)}
${sheet(words.day, daySheetTable(daySheet(rotation)))}
${badgeSheet(rotation)}`,
  });
}

function badgeSheet(rotation: Rotation): Html {
  const rows = badges(rotation).map(({ title, under, count }) => [
    { text: title },
    { text: under },
    { text: sayNumber(count), format: 'numeric' },
  ]);
  const head = [{ text: words.badge }, { text: words.under }, { text: words.count, format: 'numeric' }];
  return sheet(words.badges, html`${paragraph(words.badgesAdvice)}${table({ head, rows, firstCellIsHeader: true })}`);
}

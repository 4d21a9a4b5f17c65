import type { Edition } from '#shared/domain/edition.ts';
import type { Event } from '#shared/domain/event.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { daySheet, groupCards, organisationCards, roomDoors } from '#shared/domain/rotation/cards.ts';
import type { Rotation } from '#shared/domain/rotation/shape.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { paragraph } from '../prose.ts';
import { sayHalfDay } from '../say.ts';
import { cardsContent as words } from './cards.en.ts';
import { rotationWays } from './ways.en.ts';
import { daySheetTable, doorSheet, groupSheet, organisationSheet, sheet } from './lines.ts';

type ByLink = {
  readonly edition: Edition;
  readonly programme: Programme;
  readonly event: Event;
  readonly rotation: Rotation | undefined;
  readonly backLink: string;
};

/** What a school prints: its own groups' cards; the host also the day sheet and the room doors. */
export function schoolCardsPage({ urn, ...params }: ByLink & { readonly urn: string }): string {
  const { rotation, event } = params;
  if (!rotation) return byLink(params, paragraph(words.noCard));
  const own = groupCards(rotation).filter(({ schools }) => schools.some((one) => one.urn === urn));
  const hosts = event.host === urn;
  return byLink(
    params,
    html`${hosts && sheet(words.day, daySheetTable(daySheet(rotation)))}${own.map(groupSheet)}${hosts && roomDoors(rotation).map(doorSheet)}`,
  );
}

/** What an organisation prints: its own card. */
export function organisationCardPage({ organisation, ...params }: ByLink & { readonly organisation: string }): string {
  const own = params.rotation ? organisationCards(params.rotation).filter(({ key }) => key === organisation) : [];
  return byLink(params, own.length === 0 ? paragraph(words.noCard) : html`${own.map(organisationSheet)}`);
}

function byLink({ edition, programme, event, backLink }: ByLink, body: Html): string {
  return journeyPage({
    programme,
    title: rotationWays.cards,
    caption: edition.name,
    backLink,
    body: html`${paragraph(`${event.title}. ${sayHalfDay(event.halfDay)}.`)}${body}`,
  });
}

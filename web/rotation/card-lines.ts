import type { CardLine, Meeting } from '#shared/domain/rotation/cards.ts';
import { cardsContent as words } from './cards.en.ts';

// What happens in one stretch of a card, as pages and letters say it: one text for each meeting.

/** For a group: whom it meets, and where. */
export function sayForGroup(line: CardLine): string[] {
  return said(line, words.waits, ({ organisation, room }) => `${organisation}, ${room}`);
}

/** For an organisation: which group comes, and where. */
export function sayForVisitor(line: CardLine): string[] {
  return said(line, words.free, ({ groups, room }) => `${groupsIn(groups)}, ${room}`);
}

/** For a room's door: which group meets whom inside. */
export function sayOnDoor(line: CardLine): string[] {
  return said(line, words.free, ({ groups, organisation }) => `${groupsIn(groups)}, ${organisation}`);
}

/** For the host: everything at once. */
export function sayForHost(line: CardLine): string[] {
  return said(line, words.free, ({ room, organisation, groups }) => `${room}: ${organisation} with ${groupsIn(groups)}`);
}

/** “09:15 to 09:35”. */
export function sayTime({ starts, ends }: { readonly starts: string; readonly ends: string }): string {
  return `${starts} to ${ends}`;
}

function said(line: CardLine, none: string, say: (meeting: Meeting) => string): string[] {
  if ('rest' in line) return [line.rest];
  if (line.meetings.length === 0) return [line.away ? words.away : none];
  return line.meetings.map(say);
}

function groupsIn(groups: Meeting['groups']): string {
  return groups.map(({ group, pupils, adult }) => `${words.group(group)} (${pupils}, ${adult})`).join(', ');
}

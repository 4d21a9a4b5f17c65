import type { RotationBrief, RotationSession } from './shape.ts';

/** A session without a room yet: the room it had, and the one it would like. */
type Roomless = Omit<RotationSession, 'room'> & { readonly had?: string | undefined; readonly likes?: string | undefined };

/**
 * The sessions of a timetable, `at[group][organisation]`, each in a room: every organisation stays in its own room where
 * that is free. There must be rooms enough in every slot.
 */
export function assignRooms(brief: RotationBrief, at: readonly (readonly number[])[]): RotationSession[] {
  const byFreedom = [...brief.rooms].sort((a, b) => b.slots.length - a.slots.length);
  const homes = new Map(brief.organisations.map(({ organisation }, index) => [organisation, byFreedom[index]?.room]));
  return brief.slots.flatMap((_, slot) => {
    const sessions = brief.organisations.flatMap(({ organisation }, index): Roomless[] => {
      const groups = at.flatMap((row, group) => (row[index] === slot ? [group + 1] : []));
      return groups.length === 0 ? [] : [{ slot, organisation, groups, likes: homes.get(organisation) }];
    });
    return withRooms(brief, slot, sessions);
  });
}

/** Gives each session of one slot the room it had, if that is free; then the one it would like; then what is left. */
export function withRooms(
  { rooms }: Pick<RotationBrief, 'rooms'>,
  slot: number,
  sessions: readonly Roomless[],
): RotationSession[] {
  const free = new Set(rooms.filter(({ slots }) => slots.includes(slot)).map(({ room }) => room));
  const take = (room: string | undefined): string | undefined => (room !== undefined && free.delete(room) ? room : undefined);
  const kept = sessions.map(({ had }) => take(had));
  const liked = sessions.map(({ likes }, index) => kept[index] ?? take(likes));
  return sessions.map(({ organisation, groups }, index) => {
    const room = liked[index] ?? take([...free][0]) ?? '';
    return { slot, organisation, room, groups };
  });
}

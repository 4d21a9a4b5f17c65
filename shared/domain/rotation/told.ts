import { type CardLine, daySheet, groupCards, organisationCards } from './cards.ts';
import type { RunningRotation } from './rescue.ts';
import type { Rotation } from './shape.ts';

/** What a rotation was before it became this version, if that is still known. */
export function beforeVersion({ earlier = [] }: Rotation, version: number): RunningRotation | undefined {
  return earlier.find((one) => one.version === version - 1);
}

/** One stretch of a card that is not what it was. `before` is absent on a card that nobody had yet. */
export type LineChange = { readonly now: CardLine; readonly before?: CardLine | undefined };

/** What is new on one card: a group's where it has a number. `lost` are the organisations that it does not meet any more. */
export type CardNews = {
  readonly group?: number | undefined;
  readonly changes: readonly LineChange[];
  readonly lost: readonly string[];
};

/** Somebody whose cards are not what they were: a school or the host by its number, an organisation by its id. */
export type ReaderNews = {
  readonly kind: 'host' | 'school' | 'visitor';
  readonly reader: string;
  readonly name: string;
  /** They were not there before, and take over from somebody. */
  readonly standsIn: boolean;
  readonly cards: readonly CardNews[];
};

/**
 * Who holds a card that changes, and what is new on it: the host by the day sheet, schools by their groups, organisations
 * by their own. Nobody else is in it: their cards are the same to the byte.
 */
export function newsOf(before: RunningRotation, after: RunningRotation, host: string | undefined): ReaderNews[] {
  const groups = groupNews(before, after);
  const lost = groups.filter((one) => one.lost.length > 0).map((one) => ({ ...one, changes: [] }));
  const day = [{ changes: changesOf(daySheet(before), daySheet(after)), lost: [] }, ...lost];
  const school = (kind: 'host' | 'school', reader: string, cards: readonly CardNews[]): ReaderNews => {
    const name = after.brief.schools.find((one) => one.school === reader)?.name ?? '';
    return { kind, reader, name, standsIn: false, cards };
  };
  const ownOf = (urn: string) => {
    const own = after.plan.groups.filter(({ members }) => members.some((one) => one.school === urn));
    return groups.filter(({ group }) => own.some((one) => one.group === group));
  };
  return [
    ...(host === undefined ? [] : [school('host', host, day)]),
    ...after.brief.schools.filter((one) => one.school !== host).map((one) => school('school', one.school, ownOf(one.school))),
    ...visitorNews(before, after),
  ].filter(({ cards }) => cards.some((one) => one.changes.length > 0 || one.lost.length > 0));
}

function groupNews(before: RunningRotation, after: RunningRotation): CardNews[] {
  const earlier = new Map(groupCards(before).map((one) => [one.group, one]));
  return groupCards(after).flatMap(({ group, lines, lost: now }) => {
    const was = earlier.get(group);
    const [changes, lost] = [changesOf(was?.lines, lines), now.filter((name) => !was?.lost.includes(name))];
    return changes.length > 0 || lost.length > 0 ? [{ group, changes, lost }] : [];
  });
}

function visitorNews(before: RunningRotation, after: RunningRotation): ReaderNews[] {
  const earlier = new Map(organisationCards(before).map((one) => [one.key, one.lines]));
  return organisationCards(after).map(({ key: reader, title: name, lines }) => {
    const was = earlier.get(reader);
    return { kind: 'visitor', reader, name, standsIn: was === undefined, cards: [{ changes: changesOf(was, lines), lost: [] }] };
  });
}

function changesOf(before: readonly CardLine[] | undefined, after: readonly CardLine[]): LineChange[] {
  return after.flatMap((now, index) => {
    const was = before?.[index];
    return 'rest' in now || JSON.stringify(was) === JSON.stringify(now) ? [] : [{ now, before: was }];
  });
}

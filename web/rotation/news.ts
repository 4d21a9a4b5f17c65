import type { CardLine } from '#shared/domain/rotation/cards.ts';
import type { CardNews, ReaderNews } from '#shared/domain/rotation/told.ts';
import { sayForGroup, sayForHost, sayForVisitor, sayTime } from './card-lines.ts';
import { rotationNews as words } from './news.en.ts';

const sayFor: Readonly<Record<ReaderNews['kind'], (line: CardLine) => string[]>> = {
  host: sayForHost,
  school: sayForGroup,
  visitor: sayForVisitor,
};

/** What is new for one reader, stretch by stretch: what holds now first, then what held before. */
export function newsRows({ kind, cards, standsIn }: ReaderNews): { readonly key: string; readonly value: string }[] {
  return cards.flatMap((card) => [
    ...card.changes.map(({ now, before }) => ({
      key: card.group === undefined ? sayTime(now) : words.whenGroup(card.group, sayTime(now)),
      value: before === undefined || standsIn ? sayFor[kind](now).join('; ') : sayChange(sayFor[kind], now, before),
    })),
    ...lostRows(card),
  ]);
}

/** Of several at once, only those that are new or gone. */
function sayChange(say: (line: CardLine) => string[], now: CardLine, before: CardLine): string {
  const [said, was] = [say(now), say(before)];
  const only = (these: readonly string[], others: readonly string[]) => these.filter((one) => !others.includes(one)).join('; ');
  return words.was(only(said, was) || said.join('; '), only(was, said) || was.join('; '));
}

function lostRows({ group, lost }: CardNews): { readonly key: string; readonly value: string }[] {
  return group === undefined || lost.length === 0 ? [] : [{ key: words.lost(group), value: lost.join(', ') }];
}

import { describe, expect, test } from 'vitest';
import { groupCards, organisationCards } from '#shared/domain/rotation/cards.ts';
import { planRotation } from '#shared/domain/rotation/plan.ts';
import { rankBench } from '#shared/domain/rotation/bench.ts';
import { rescueRotation, type RunningRotation } from '#shared/domain/rotation/rescue.ts';
import type { Disruption } from '#shared/domain/rotation/shape.ts';
import { newsOf } from '#shared/domain/rotation/told.ts';
import { allOf, numbersFrom, plainBrief } from './briefs.ts';

function running(): RunningRotation {
  const brief = plainBrief();
  const planned = planRotation(brief);
  if (!planned.possible) throw new Error('impossible');
  return { brief, plan: planned.plan, lost: [] };
}

/** Every card as it is printed, by whoever holds it. */
function cardsOf(one: RunningRotation): Map<string, string> {
  const schools = one.brief.schools.map(({ school }): [string, string] => {
    const own = groupCards(one).filter(({ schools: there }) => there.some(({ urn }) => urn === school));
    return [school, JSON.stringify(own)];
  });
  return new Map([...schools, ...organisationCards(one).map((card): [string, string] => [card.key, JSON.stringify(card.lines)])]);
}

describe('who is told of a rescue', () => {
  test('is whoever holds a card that changed, and nobody else, in 40 rescues of every kind', () => {
    const before = running();
    const next = numbersFrom(7);
    for (let turn = 0; turn < 40; turn += 1) {
      const from = next(4);
      const slots = allOf(4).filter((slot) => slot >= from);
      const organisation = before.brief.organisations[next(before.brief.organisations.length)]?.organisation ?? '';
      const room = before.brief.rooms[next(before.brief.rooms.length)]?.room ?? '';
      const disruption =
        next(2) === 0 ? { lost: 'organisation' as const, organisation, slots } : { lost: 'room' as const, room, slots };
      const bench = next(2) === 0 ? [] : [{ organisation: 'bench', name: 'Bench', places: 30, slots: allOf(4) }];
      const after = rescueRotation(before, { disruption, from, bench });
      const [was, is] = [cardsOf(before), cardsOf(after)];
      const changed = [...is].filter(([who, card]) => was.get(who) !== card).map(([who]) => who);
      const told = newsOf(before, after, undefined).map(({ reader }) => reader);
      expect(told.toSorted()).toEqual(changed.toSorted());
    }
  });

  test('includes the host whenever anything is new, once, and not where nothing is', () => {
    const before = running();
    const host = before.brief.schools[0]?.school;
    const disruption: Disruption = {
      lost: 'organisation',
      organisation: before.brief.organisations[0]?.organisation ?? '',
      slots: [3],
    };
    const news = newsOf(before, rescueRotation(before, { disruption, from: 3 }), host);
    expect(news.filter(({ reader }) => reader === host).map(({ kind }) => kind)).toEqual(['host']);
    expect(newsOf(before, before, host)).toEqual([]);
  });
});

test('the bench: who takes the biggest group first, then a sector that is there, then the nearest; volunteers last', () => {
  const one = { kind: 'organisation' as const, contact: 'A. Fictional' };
  const ranked = rankBench(
    [
      { ...one, id: 'v', kind: 'volunteer', name: 'A volunteer', kilometres: 0.1 },
      { ...one, id: 'small', name: 'Small', places: 5, kilometres: 0.2 },
      { ...one, id: 'unknown', name: 'Unknown', places: 20, sector: 'science' },
      { ...one, id: 'far', name: 'Far', places: 20, sector: 'science', kilometres: 9 },
      { ...one, id: 'near', name: 'Near', places: 20, sector: 'science', kilometres: 2 },
      { ...one, id: 'other', name: 'Other', places: 20, sector: 'energy-utilities', kilometres: 1 },
    ],
    { biggest: 12, sectors: new Set(['science']) },
  );
  expect(ranked.map(({ id }) => id)).toEqual(['near', 'far', 'unknown', 'other', 'small', 'v']);
});

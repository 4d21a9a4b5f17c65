import { describe, expect, test } from 'vitest';
import { attackShares, gateChildren } from '#shared/domain/disclosure/gate-shares.ts';
import { pupilsOnce } from '#shared/domain/instruments/pupils.ts';
import type { ChildrenInAll } from '#shared/domain/pupils/items.ts';

const base: ChildrenInAll = { instrument: 'pupils-once', schools: 5, classes: 8, asked: 240, answered: 200, counts: {} };

function gated(counts: readonly number[], more: Partial<ChildrenInAll> = {}) {
  const [, again] = gateChildren(pupilsOnce, { ...base, ...more, counts: { again: [...counts] } }).statements;
  if (!again) throw new Error('again is asked second');
  return again;
}

/** Every way in which n whole answers can give these shares, found by trying all. */
function ways(n: number, shares: readonly number[]): number[][] {
  const share = (count: number) => Math.floor((count * 20) / n + 0.5) * 5;
  const found: number[][] = [];
  for (let a = 0; a <= n; a += 1)
    for (let b = 0; b <= n - a; b += 1) {
      const counts = [a, b, n - a - b];
      if (counts.every((count, index) => share(count) === shares[index])) found.push(counts);
    }
  return found;
}

describe('what children said', () => {
  test('is shown as shares to the nearest five, with n and the response, and never as a mean', () => {
    const shown = gateChildren(pupilsOnce, { ...base, counts: { again: [0, 46, 154] } });
    expect(shown).toMatchObject({ asked: 240, answered: 200, responseRate: 0.83 });
    expect(shown.statements[1]).toEqual({
      statement: 'again',
      text: 'Do you want to do it again?',
      words: ['No', 'Maybe', 'Yes'],
      n: 200,
      shares: [0, 25, 75],
    });
    expect(JSON.stringify(shown)).not.toContain('mean');
  });

  test('is not shown of fewer than ten answers, nor of fewer than three schools', () => {
    expect(gated([0, 0, 9])).toMatchObject({ withheld: 'few-answers' });
    expect(gated([0, 0, 9])).not.toHaveProperty('n');
    expect(gated([0, 0, 90], { schools: 2 })).toMatchObject({ withheld: 'few-schools' });
    expect(gated([0, 0, 10])).toMatchObject({ n: 10, shares: [0, 0, 100] });
  });

  test('is not shown where its shares prove that a few chose an answer', () => {
    // 2 of 30 are 5 of a hundred: that can be 1 or 2 children, and nobody else.
    expect(gated([2, 0, 28])).toMatchObject({ n: 30, withheld: 'shares-tell' });
    expect(gated([2, 0, 28])).not.toHaveProperty('shares');
    // 3 of 400 are 1 of a hundred: printed as 0, which may be nobody.
    expect(gated([3, 0, 397])).toMatchObject({ shares: [0, 0, 100] });
  });

  test('stays as it was published until ten more have answered', () => {
    const early = gateChildren(pupilsOnce, { ...base, counts: { again: [0, 20, 60] } });
    const later = (counts: number[]) =>
      gateChildren(pupilsOnce, { ...base, counts: { again: counts } }, { children: early, version: 1 }).statements[1];
    expect(later([0, 29, 60])).toMatchObject({ n: 80, shares: [0, 25, 75], keptFrom: 1 });
    expect(later([0, 30, 60])).toMatchObject({ n: 90, shares: [0, 35, 65] });
    expect(later([0, 30, 60])).not.toHaveProperty('keptFrom');
  });
});

describe('the attack on shares', () => {
  test('finds for every count exactly the least and the most that all its numbers allow', () => {
    let tried = 0;
    for (let n = 10; n <= 44; n += 1)
      for (let a = 0; a <= n; a += 3)
        for (let b = 0; b <= n - a; b += 2) {
          const shares = [a, b, n - a - b].map((count) => Math.floor((count * 20) / n + 0.5) * 5);
          const possible = ways(n, shares);
          const found = attackShares({ statement: 'again', text: '', words: ['x', 'y', 'z'], n, shares });
          for (const [index, { low, high, exposed }] of found.entries()) {
            const counts = possible.map((each) => each[index] ?? 0);
            expect([low, high]).toEqual([Math.min(...counts), Math.max(...counts)]);
            expect(exposed).toBe(Math.min(...counts) >= 1 && Math.max(...counts) < 8);
          }
          tried += 1;
        }
    expect(tried).toBeGreaterThan(2000);
  });

  test('finds nothing in anything that the gate lets through', () => {
    for (let n = 10; n <= 260; n += 7)
      for (let a = 0; a <= n; a += 5) {
        const one = gated([a, Math.floor((n - a) / 3), n - a - Math.floor((n - a) / 3)]);
        expect(attackShares(one).filter(({ exposed }) => exposed)).toEqual([]);
      }
  });
});

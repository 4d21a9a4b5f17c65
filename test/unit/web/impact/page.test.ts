import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { impactPage } from '#web/impact/page.ts';
import { noTotal, report, setting } from '../examples.ts';
import { elementsOf, textOf } from '../page-text.ts';

const wordsOf = (document: string) => textOf(parse(document)).replace(/\s+/g, ' ');
const shown = wordsOf(impactPage({ ...setting, report }));

describe('the impact report', () => {
  it('gives each headline figure with what it counts, and never adds the pupils up', () => {
    for (const sentence of [
      '33 schools took part',
      '13 of them hosted an event',
      '26 organisations gave sessions',
      '1,432 pupils counted at sessions face to face',
      '2,950 pupils counted at sessions online',
    ]) {
      expect(shown).toContain(sentence);
    }
    expect(shown).not.toContain('4,382');
  });

  it('gives each mean with two decimals, its answers, the schools asked and the response rate', () => {
    const rows = elementsOf(parse(impactPage({ ...setting, report }))).flatMap(({ name, text }) =>
      name === 'tr' ? [text.replace(/\s+/g, ' ').trim()] : [],
    );
    expect(rows).toContain('Hosting an event was a positive experience for our school 5.00 12 13 92%');
    expect(rows).toContain('The children really enjoyed themselves 4.79 24 33 73%');
  });

  it('has a mean only where somebody answered', () => {
    const empty = wordsOf(impactPage({ ...setting, report: { ...report, figures: noTotal } }));
    expect(empty).toContain('no answers 0 0 nobody asked');
    expect(empty).not.toContain('In their own words');
  });

  it('prints the quotes, and says when it was published', () => {
    expect(shown).toContain('They talked of nothing else');
    expect(shown).toContain('Published on 1 April 2025 at 12:05, version 2.');
  });

  it('speaks of one as one', () => {
    const one = { ...report, figures: { ...noTotal, schools: 1, pupilsOnline: 1, events: 1, sessions: 1 } };
    const words = wordsOf(impactPage({ ...setting, report: one }));
    expect(words).toContain('1 school took part');
    expect(words).toContain('1 event with 1 session.');
  });
});

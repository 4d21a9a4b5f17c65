import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { publishedReport } from '#test/unit/report-examples.ts';
import { reportPage } from '#web/report/page.ts';
import { setting } from '../examples.ts';
import { elementsOf, textOf } from '../page-text.ts';
import { emptyReport, laterReport, reportPages } from '../report-pages.ts';

const wordsOf = (document: string) => textOf(parse(document)).replace(/\s+/g, ' ');
const shown = wordsOf(reportPage({ ...setting, report: publishedReport }));
const rowsIn = (document: string) =>
  elementsOf(parse(document)).flatMap(({ name, text }) => (name === 'tr' ? [text.replace(/\s+/g, ' ').trim()] : []));

describe('the impact report', () => {
  it('gives each headline figure with what it counts, and never adds the pupils up', () => {
    for (const sentence of [
      '33 schools took part',
      '13 of them hosted an event',
      '26 organisations gave sessions',
      '1,443 pupils counted at sessions face to face',
      '2,937 pupils counted at sessions online',
    ]) {
      expect(shown).toContain(sentence);
    }
    expect(shown).not.toContain('4,380');
  });

  it('gives each mean with its likely range, its answers, the schools asked and the response rate', () => {
    const rows = rowsIn(reportPage({ ...setting, report: publishedReport })).join('\n');
    expect(rows).toMatch(
      /Hosting an event was a positive experience for our school.* 5\.00 3\.96 to 5\.00 11 13 85% 0, 0, 0, 0, 11/,
    );
    expect(rows).toMatch(/The children really enjoyed themselves.* 4\.79 4\.20 to 4\.95 28 33 85% not shown/);
    expect(shown).toContain(
      'The children really enjoyed themselves We do not show who chose what, because few chose some of the answers.',
    );
  });

  it('says between how many different children there were, face to face and online apart', () => {
    expect(shown).toContain('Face to face, they were between 1,221 and 1,443 different children.');
  });

  it('leads from every figure to its passport', () => {
    const links = elementsOf(parse(reportPage({ ...setting, report: publishedReport }))).map(
      ({ attributes }) => attributes['href'],
    );
    for (const figure of ['schools', 'hosts', 'organisations', 'pupils-online', 'children-online', 'statement-again'])
      expect(links).toContain(`/editions/larkford-2025/impact/1/figures/${figure}`);
  });

  it('draws its charts without script or style, with the same in words', () => {
    const charts = elementsOf(parse(reportPage({ ...setting, report: publishedReport }))).filter(({ name }) => name === 'svg');
    expect(charts.map(({ attributes }) => attributes['aria-label'])).toEqual([
      expect.stringMatching(/^Chart\. Pupils face to face by day: Monday \d+, Tuesday/),
      expect.stringContaining('The children really enjoyed themselves: 4.79, 4.20 to 4.95'),
      expect.stringContaining('The school made me welcome: 4.85, '),
    ]);
  });

  it('sets what others printed beside its own, and says why they differ', () => {
    const rows = rowsIn(reportPage({ ...setting, report: publishedReport }));
    expect(rows).toContain(
      'pupils counted face to face 1000+ 1,443 Both are true. The printed number is a lower limit, and leaves out much of what was counted.',
    );
    expect(rows.join('\n')).toContain('Of at most 33 answers, only 14, 19, 24, 28, 29 and 33 can have this mean.');
  });

  it('shows promises with evidence, what is next, and the years before', () => {
    expect(shown).toContain('Children meet people at work');
    expect(shown).toContain('Run such events more often – The council (begun)');
    expect(rowsIn(reportPage({ ...setting, report: publishedReport }))).toContain('schools that took part 12 33');
  });

  it('of a week that nobody came to shows no mean, chart or quote', () => {
    const empty = reportPage({ ...setting, report: emptyReport });
    expect(wordsOf(empty)).toContain('Fewer than 10 answers, so we show none of them.');
    expect(wordsOf(empty)).not.toContain('In their own words');
    expect(empty).not.toContain('<svg');
  });

  it('hides small numbers of pupils and says so; says what changed and what it kept', () => {
    const later = wordsOf(reportPage({ ...setting, report: laterReport }));
    expect(later).toContain('We hide small numbers of pupils');
    expect(later).toContain('What changed since the version before');
    expect(later).toContain('pupils counted face to face');
    expect(later).toContain('As in version 1. Fewer than 10 answers came since.');
  });
});

describe('a figure’s passport', () => {
  it('gives definition, recipe, rows, moment, edition, rules and proof', () => {
    const passport = wordsOf(reportPages['report-passport-statement']?.() ?? '');
    for (const part of [
      '4.79',
      'The mean of what teachers chose',
      'Multiply each',
      '33',
      '28',
      'Larkford Careers Week 2025, version 1',
      'version 1',
    ])
      expect(passport).toContain(part);
    expect(passport).toMatch(/[0-9a-f]{64}/);
  });
});

import { describe, expect, it } from 'vitest';
import { checkSentence, isFlagged } from '#shared/domain/claims/check.ts';
import { type ClaimFigure, figuresInTable } from '#shared/domain/claims/claim-figure.ts';
import { reportClaimFigures } from '#shared/domain/claims/report-figures.ts';
import { publishedReport } from '#test/unit/report-examples.ts';

const ofReport = reportClaimFigures(publishedReport.document);

/** Shares of pupils who reached a standard: figures of the kind a council prints, with two years that are not held. */
const table = figuresInTable(`
expected standard; Coventry; 2019; 62.2%
expected standard; Coventry; 2020; –
expected standard; Coventry; 2022; 53.6%
expected standard; Coventry; 2023; 55.6%
expected standard; Coventry; 2024; 56.7%
expected standard; neighbours; 2023; 57.1%
expected standard; neighbours; 2024; 58.0%
expected standard; England; 2019; 64.9%
expected standard; England; 2022; 58.7%
expected standard; England; 2023; 59.6%
expected standard; England; 2024; 61.3%
`);
const ofTable: readonly ClaimFigure[] = 'line' in table ? [] : table;

const trueOfReport = [
  ['total', '33 schools took part, 13 of them hosted an event.'],
  ['total', '26 organisations gave sessions to 1,443 pupils face to face.'],
  ['total', 'Nearly 3,000 pupils joined online.'],
  ['total', 'Over 1,400 pupils met people at work in person.'],
  ['total', 'In the week of 3 to 7 March 2025, pupils aged 7 to 11 went to 14 events with 53 sessions.'],
  ['total', 'The mean for hosting was 5.00, and for enjoyment 4.79.'],
  ['total', 'Online, they were between 2,937 and 2,937 different children.'],
  ['share', '39% of the schools hosted an event.'],
  ['share', '85% of schools answered.'],
  ['share', '71% of teachers strongly agree that they want to be involved again.'],
  ['change', 'The number of schools rose from 12 in 2024 to 33 in 2025.'],
  ['change', 'The number of schools rose by 21.'],
  ['change', 'The number of schools grew by 175%.'],
  ['comparison', 'More pupils took part online than face to face.'],
  ['comparison', 'More schools took part than in 2024.'],
  ['superlative', 'The highest mean was for hosting.'],
  ['superlative', 'It had the most schools of any year.'],
] as const;
const trueOfTable = [
  ['share', 'In 2024, 56.7% of pupils in Coventry reached the expected standard.'],
  ['share', 'England reached 61.3% in 2024.'],
  ['change', 'Coventry increased by 1.1 percentage points between 2023 and 2024.'],
  ['change', 'Coventry rose by 1 point.'],
  ['change', 'The gap to England widened from 4.0 to 4.6 points.'],
  ['change', 'England rose by 1.7 percentage points, the neighbours by 0.9 percentage points.'],
  ['comparison', 'Coventry was 4.6 points below England in 2024.'],
  ['comparison', 'England was higher than Coventry.'],
  ['superlative', 'England had the highest share.'],
] as const;

const falseOfReport = [
  ['total', '34 schools took part.'],
  ['total', '13 schools took part, 33 of them hosted an event.'],
  ['total', 'Over 4,000 pupils took part.'],
  ['total', '1,443 pupils joined online.'],
  ['total', 'Nearly 1,400 pupils met people at work in person.'],
  ['total', '26 sponsors gave money.'],
  ['total', 'The mean for enjoyment was 4.71.'],
  ['share', '45% of the schools hosted an event.'],
  ['share', '95% of schools answered.'],
  ['share', 'Two thirds of parents were content.'],
  ['change', 'The number of schools rose by 20.'],
  ['change', 'The number of schools fell by 21.'],
  ['change', 'The number of schools rose from 13 in 2024 to 33 in 2025.'],
  ['change', 'The number of hosts rose by 3.'],
  ['comparison', 'More pupils took part face to face than online.'],
  ['comparison', 'Fewer schools took part than in 2024.'],
  ['superlative', 'The highest mean was for enjoyment.'],
  ['superlative', 'It had the fewest schools of any year.'],
] as const;
const falseOfTable = [
  ['change', 'England also increased by 1 percentage point.'],
  ['change', 'England also rose by 1 point, so Coventry kept pace.'],
  ['change', 'Coventry increased by 1.1%.'],
  ['change', 'The gap to England narrowed from 4.6 to 4.0 points.'],
  ['change', 'Coventry rose by 5 percentage points since 2019.'],
  ['change', 'Coventry rose by 3 points between 2020 and 2024.'],
  ['comparison', 'Coventry was above England in 2024.'],
  ['comparison', 'Coventry was 3.6 points below England.'],
  ['share', 'In 2024, 58.0% of pupils in Coventry reached the expected standard.'],
  ['superlative', 'Coventry had the highest share.'],
] as const;

const flagged = (sentence: string, figures: readonly ClaimFigure[]) => checkSentence(sentence, figures).filter(isFlagged);

describe('sentences that are true', () => {
  it.each(trueOfReport)('of the report (%s): %s', (kind, sentence) => {
    expect(flagged(sentence, ofReport)).toEqual([]);
    expect(checkSentence(sentence, ofReport).map((one) => one.kind)).toContain(kind);
  });

  it.each(trueOfTable)('of a table (%s): %s', (kind, sentence) => {
    expect(flagged(sentence, ofTable)).toEqual([]);
    expect(checkSentence(sentence, ofTable).map((one) => one.kind)).toContain(kind);
  });
});

describe('sentences that are false, or that nothing shows', () => {
  it.each(falseOfReport)('of the report (%s): %s', (kind, sentence) => {
    expect(flagged(sentence, ofReport).map((one) => one.kind)).toContain(kind);
  });

  it.each(falseOfTable)('of a table (%s): %s', (kind, sentence) => {
    expect(flagged(sentence, ofTable).map((one) => one.kind)).toContain(kind);
  });
});

describe('what is said of a false sentence', () => {
  it('is what the table says: England rose by 1.7, not by 1', () => {
    expect(checkSentence('England also increased by 1 percentage point.', ofTable)).toEqual([
      {
        text: 'increased 1 percentage point',
        kind: 'change',
        verdict: 'wrong',
        figure: 'expected standard, england',
        says: '59.6 in 2023, 61.3 in 2024: +1.7',
      },
    ]);
  });

  it('is that it adds what counts children twice, or means points by per cent', () => {
    expect(checkSentence('4,380 pupils took part.', ofReport)).toMatchObject([{ verdict: 'unlinked', fault: 'adds-kinds' }]);
    expect(checkSentence('Coventry increased by 1.1%.', ofTable)).toMatchObject([
      { verdict: 'wrong', fault: 'points-not-percent' },
    ]);
  });
});

it('a sentence without a claim gives none', () => {
  for (const sentence of ['Thank you to everybody.', 'In Year 5, children aged 9 to 10 met people at work on 3 March 2025.'])
    expect(checkSentence(sentence, ofReport)).toEqual([]);
});

it('a table says which of its lines is wrong', () => {
  expect(figuresInTable('schools; ; 2025; 33\nschools, 2025, 33')).toEqual({ line: 2 });
});

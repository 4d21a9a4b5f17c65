import { expect, it } from 'vitest';
import { checkSentence, isFlagged } from '#shared/domain/claims/check.ts';
import { reportClaimFigures } from '#shared/domain/claims/report-figures.ts';
import { publishedReport } from '#test/unit/report-examples.ts';
import { reportSentences } from '#web/report/sentences.ts';
import { emptyReport, laterReport } from '../report-pages.ts';

it.each([
  ['a report', publishedReport],
  ['a later one', laterReport],
  ['one of a week that nobody came to', emptyReport],
])('every sentence of %s is true of its own figures', (_, { document }) => {
  const figures = reportClaimFigures(document);
  const sentences = reportSentences(document);
  expect(sentences.flatMap((one) => checkSentence(one, figures)).length).toBeGreaterThan(5);
  expect(sentences.filter((one) => checkSentence(one, figures).some(isFlagged))).toEqual([]);
});

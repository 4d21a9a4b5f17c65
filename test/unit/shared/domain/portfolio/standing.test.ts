import { expect, test } from 'vitest';
import type { FundingLine } from '#shared/domain/funding/items.ts';
import { editionTotal } from '#shared/domain/totals.ts';
import { type Kept, standingOf } from '#shared/domain/portfolio/standing.ts';
import { instant } from '#shared/kernel/time.ts';
import { publishedReport, waitingReport } from '#test/unit/report-examples.ts';
import { edition } from '#test/unit/web/examples.ts';

const soon = instant.parse('2025-03-24T09:00:00.000Z');
const late = instant.parse('2025-05-07T09:00:00.000Z');
const quiet: Kept = { edition, mailPause: {}, total: undefined, reports: [], lines: [], courses: [], tasks: 0 };

const nextYear = instant.parse('2025-09-01T09:00:00.000Z');
const line: FundingLine = {
  edition: edition.edition,
  line: 'board',
  funder: 'Fictional board',
  pence: 15_000_000,
  year: '2024-25',
  deliverables: [],
  spent: 10_000,
  past: [],
  version: 1,
};

function totalOf(respondents: number, invited: number) {
  const figure = { statement: 'enjoyed', text: 'Fictional', n: respondents, respondents, invited };
  const hosts = { ...figure, statement: 'hosting', respondents: 1, invited: 1 };
  return editionTotal.parse({
    edition: edition.edition,
    registrationsPending: 0,
    registrationsConfirmed: 12,
    schools: 12,
    hosts: 1,
    organisations: 3,
    events: 2,
    sessions: 8,
    pupilsFaceToFace: 300,
    pupilsOnline: 40,
    statements: [hosts, figure],
    quotes: [],
  });
}

const kinds = (kept: Kept, now: typeof soon) => standingOf(kept, now).attention.map(({ kind }) => kind);

test.each([
  ['nothing, while all goes well', quiet, soon, []],
  ['what waits', { ...quiet, tasks: 3 }, soon, ['waiting']],
  ['mails that wait', { ...quiet, mailPause: { holds: 'all' } }, soon, ['mail-stands']],
  [
    'no mails of a draft, which has none',
    { ...quiet, edition: { ...edition, state: 'draft' }, mailPause: { holds: 'all' } },
    soon,
    [],
  ],
  ['money that is left, once its year is over', { ...quiet, lines: [line] }, nextYear, ['no-report', 'money-left']],
  ['no money that is spent', { ...quiet, lines: [{ ...line, spent: line.pence }] }, nextYear, ['no-report']],
  ['no money while its year runs', { ...quiet, lines: [line] }, soon, []],
  ['few answers, once the survey is closed', { ...quiet, total: totalOf(5, 12) }, soon, ['few-answers']],
  ['not half of the answers', { ...quiet, total: totalOf(6, 12) }, soon, []],
  ['no report, two months after it ended', quiet, late, ['no-report']],
  ['a report that waits for a second person', { ...quiet, reports: [waitingReport] }, late, ['second-person']],
  ['no report that is published', { ...quiet, reports: [publishedReport] }, late, []],
] satisfies [string, Kept, typeof soon, string[]][])('what needs attention: %s', (_, kept, now, expected) => {
  expect(kinds(kept, now)).toEqual(expected);
});

test('what is said of its answers is that of the statement which most schools were asked', () => {
  expect(standingOf({ ...quiet, total: totalOf(6, 12) }, soon).evidence).toMatchObject({ answered: 6, asked: 12 });
});

test('its reach is what its published report prints, and before that what was counted', () => {
  const total = totalOf(6, 12);
  expect(standingOf({ ...quiet, total }, soon).reach).toEqual({ version: undefined, schools: 12, faceToFace: 300, online: 40 });
  const printed = standingOf({ ...quiet, total, reports: [publishedReport] }, soon).reach;
  expect(printed?.version).toBe(publishedReport.version);
  expect(printed?.faceToFace).toBe(
    publishedReport.document.figures.find(({ figure }) => figure === 'pupils-face-to-face')?.value,
  );
});

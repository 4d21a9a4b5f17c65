import * as z from 'zod/mini';
import { AppError } from '../../kernel/errors.ts';
import { tokenHash } from '../../kernel/ids.ts';
import type { Instant } from '../../kernel/time.ts';
import { attackStatement, attackTable } from '../disclosure/attack.ts';
import { attackChange } from '../disclosure/gate-changes.ts';
import { attackShares } from '../disclosure/gate-shares.ts';
import { line } from '../fields.ts';
import { isPossibleMean } from '../statistics/possible-mean.ts';
import { buildReport, type EarlierReport, reportBytes, tablesIn } from './document.ts';
import type { ReportDocument, ReportEdition } from './items.ts';
import type { Snapshot } from './snapshot.ts';

/** A published edition, as the public gets it. */
export type Report = ReportEdition & { readonly publishedAt: Instant };

const lines = z.optional(z.string().check(z.maxLength(4000, 'Use 4,000 characters or fewer')));

/** What an organiser sends to prepare a report. Lists have a line for each item; parts of a line are parted by `|`. */
export const prepareForm = z.strictObject({
  summary: lines,
  /** Promise | evidence. */
  pledges: lines,
  /** Action | who | planned, begun, done or dropped. */
  actions: lines,
  /** The quotes that may be printed, by their digests; all others stay out. */
  quotes: z.optional(z.array(line('Choose quotes from the list'))),
});
export type PrepareForm = z.infer<typeof prepareForm>;

/** Sentences to check, and figures to check them against besides the report's: a line each, `measure; subject; year; value`. */
export const checkForm = z.strictObject({
  sentence: z.string('Enter a sentence').check(z.maxLength(4000, 'Use 4,000 characters or fewer')),
  table: lines,
});

/** The version to publish. */
export const publishForm = z.strictObject({ version: z.int('Choose the version to publish') });

/** How a version stands in its key. */
export function numberOf(version: number): string {
  return String(version).padStart(4, '0');
}

/** The lists of a prepared report from its lines. Invalid for a line with too few or too many parts. */
export function listsIn({ summary = '', pledges = '', actions = '' }: PrepareForm) {
  return {
    summary: linesOf(summary),
    pledges: linesOf(pledges).map((text, index) => {
      const [promise = '', evidence = '', ...more] = text.split('|').map((part) => part.trim());
      if (promise === '' || evidence === '' || more.length > 0)
        throw wrongLine('pledges', index, 'a promise, | and its evidence');
      return { promise, evidence };
    }),
    actions: linesOf(actions).map((text, index) => {
      const [action = '', who = '', state = 'planned', ...more] = text.split('|').map((part) => part.trim());
      const known = actionStates.find((one) => one === state);
      if (action === '' || !known || more.length > 0)
        throw wrongLine('actions', index, 'an action, | who does it, | and planned, begun, done or dropped');
      return { action, state: known, ...(who === '' ? {} : { who }) };
    }),
  };
}

/** How far something promised has come. */
const actionStates = ['planned', 'begun', 'done', 'dropped'] as const;

function linesOf(text: string): string[] {
  return text.split(/\r?\n/).flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
}

function wrongLine(path: string, index: number, wanted: string): AppError {
  const message = `Line ${index + 1}: write ${wanted}`;
  return new AppError('invalid', 'report-line', `${message}.`, [{ path, message }]);
}

/** Whoever prepared a report that prepared itself: no person, so any publisher is the second. */
export const preparedByItself = 'system';

type Prepared = { readonly document: ReportDocument; readonly snapshot: string; readonly by: string; readonly now: Instant };

/** A report that waits for a second person. */
export function prepared({ document, snapshot, by, now }: Prepared): ReportEdition {
  const { edition, version } = document;
  return {
    edition,
    version,
    number: numberOf(version),
    snapshot,
    state: 'prepared',
    preparedBy: by,
    preparedAt: now,
    digest: tokenHash(reportBytes(document)),
    document,
  };
}

type Publish = {
  readonly by: string;
  readonly now: Instant;
  readonly source: Snapshot;
  readonly earlier: EarlierReport | undefined;
};

/**
 * Publishes a prepared report. Forbidden `second-person-needed` for whoever prepared it; conflicts `already-published`,
 * `not-rebuilt` when its source does not give the same bytes again, and `exposed` when the attack on what it prints works.
 */
export function publishPrepared(current: ReportEdition, { by, now, source, earlier }: Publish): Report {
  if (current.state === 'published') throw new AppError('conflict', 'already-published', 'This version is already published.');
  if (by === current.preparedBy) {
    throw new AppError('forbidden', 'second-person-needed', 'Whoever prepared a report cannot publish it. Ask a colleague.');
  }
  if (!isRebuilt(current, source, earlier)) {
    throw new AppError('conflict', 'not-rebuilt', 'This report does not follow from its source any more. Prepare it again.');
  }
  if (weaknesses(current.document).length > 0) {
    throw new AppError('conflict', 'exposed', 'Somebody could work out a hidden number from this report. It was not published.');
  }
  return { ...current, state: 'published', publishedBy: by, publishedAt: now };
}

/** Whether a report made anew from its frozen source has the same bytes. */
export function isRebuilt({ document, digest }: ReportEdition, source: Snapshot, earlier: EarlierReport | undefined): boolean {
  const bytes = reportBytes(buildReport(source, document, earlier));
  return bytes === reportBytes(document) && tokenHash(bytes) === digest;
}

/** What could be worked out of a report that should not, and what in it cannot be: nothing, in a report that may go out. */
export function weaknesses(document: ReportDocument): string[] {
  const exposed = [
    ...tablesIn(document).flatMap(attackTable),
    ...document.statements.flatMap(attackStatement),
    ...(document.children ?? []).flatMap(({ statements }) => statements.flatMap(attackShares)),
    ...(document.course?.changes ?? []).flatMap(attackChange),
  ];
  const impossible = document.statements.filter(
    ({ mean, n }) => mean !== undefined && n !== undefined && !isPossibleMean(mean, n),
  );
  return [
    ...exposed.flatMap((one) => (one.exposed ? [one.cell] : [])),
    ...impossible.map(({ statement, n }) => `${statement}: no ${n} answers have this mean`),
  ];
}

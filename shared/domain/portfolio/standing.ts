import { daysAfter, type Instant, londonDate } from '../../kernel/time.ts';
import type { Edition } from '../edition.ts';
import { schoolYear } from '../context/frameworks.ts';
import type { Course } from '../courses/items.ts';
import type { FundingLine } from '../funding/items.ts';
import type { EditionTotal } from '../totals.ts';
import type { MailPause } from '../mail-vocabulary.ts';
import type { ReportEdition } from '../report/items.ts';
import { type CourseStanding, courseStanding } from './course-standing.ts';

/** How an edition of a programme stands: what its steering group asks of each. */
export type Standing = {
  readonly edition: Edition;
  readonly reach: Reach | undefined;
  /** What each funder gives and what is spent of it, in pence. */
  readonly money: readonly Pick<FundingLine, 'line' | 'funder' | 'pence' | 'spent'>[];
  readonly evidence: Evidence;
  readonly attention: readonly Attention[];
  readonly courses: readonly CourseStanding[];
};

/** Whom it reached. Pupils are headcounts at sessions; face to face and online are never added up. */
export type Reach = {
  /** The version of the published report that says so; without it these are the live counts. */
  readonly version: number | undefined;
  readonly schools: number;
  readonly faceToFace: number;
  readonly online: number;
};

/** What is known of how it was: schools that answered of those asked, and the report. */
export type Evidence = {
  readonly answered: number;
  readonly asked: number;
  readonly published: { readonly version: number; readonly at: Instant } | undefined;
  /** A newer version that waits for a second person. */
  readonly prepared: number | undefined;
};

/** Why somebody must look at it. */
export type Attention =
  | { readonly kind: 'waiting'; readonly count: number }
  | { readonly kind: 'mail-stands' | 'no-report' | 'second-person' }
  | { readonly kind: 'money-left'; readonly funder: string }
  | { readonly kind: 'few-answers'; readonly answered: number; readonly asked: number };

/** Days after its last day by which an edition has a report. */
const reportWithin = 60;
/** Of the schools that were asked, the share below which answers say little of the rest. */
const enoughAnswers = 0.5;

export type Kept = {
  readonly edition: Edition;
  readonly mailPause: MailPause | undefined;
  readonly total: EditionTotal | undefined;
  /** Every version of its report. */
  readonly reports: readonly ReportEdition[];
  readonly lines: readonly FundingLine[];
  readonly courses: readonly Course[];
  /** How many things wait for its organisers. */
  readonly tasks: number;
};

/** How one edition stands at a moment. */
export function standingOf(kept: Kept, now: Instant): Standing {
  const published = kept.reports.filter(({ state }) => state === 'published').toSorted((a, b) => b.version - a.version)[0];
  const evidence = evidenceOf(kept, published);
  const money = kept.lines.map(({ line, funder, pence, spent }) => ({ line, funder, pence, spent }));
  const attention = [...attentionOf(kept, evidence, now), ...kept.lines.flatMap((one) => moneyLeft(one, now))];
  const courses = kept.courses.map((one) => courseStanding(one, now));
  return { edition: kept.edition, reach: reachOf(kept.total, published), money, evidence, attention, courses };
}

function reachOf(total: EditionTotal | undefined, published: ReportEdition | undefined): Reach | undefined {
  const printed = (name: string) => published?.document.figures.find(({ figure }) => figure === name)?.value;
  const [schools, faceToFace, online] = [printed('schools'), printed('pupils-face-to-face'), printed('pupils-online')];
  if (published && schools !== undefined && faceToFace !== undefined && online !== undefined)
    return { version: published.version, schools, faceToFace, online };
  if (!total || total.schools === 0) return undefined;
  const { pupilsFaceToFace, pupilsOnline } = total;
  return { version: undefined, schools: total.schools, faceToFace: pupilsFaceToFace, online: pupilsOnline };
}

function evidenceOf({ total, reports }: Kept, published: ReportEdition | undefined): Evidence {
  // Of its statements, the one that most schools were asked: hosts alone are asked about hosting.
  const asked = total?.statements.toSorted((a, b) => b.invited - a.invited)[0];
  const newest = Math.max(0, ...reports.filter(({ state }) => state === 'prepared').map(({ version }) => version));
  return {
    answered: asked?.respondents ?? 0,
    asked: asked?.invited ?? 0,
    published: published?.publishedAt && { version: published.version, at: published.publishedAt },
    prepared: newest > (published?.version ?? 0) ? newest : undefined,
  };
}

function attentionOf({ edition, mailPause, tasks }: Kept, { answered, asked, published, prepared }: Evidence, now: Instant) {
  const today = londonDate(now);
  const found: Attention[] = [];
  if (tasks > 0) found.push({ kind: 'waiting', count: tasks });
  if (edition.state === 'draft') return found;
  if ((mailPause?.refusedSince ?? mailPause?.holds) !== undefined) found.push({ kind: 'mail-stands' });
  if (edition.surveyCloses < today && asked > 0 && answered < asked * enoughAnswers)
    found.push({ kind: 'few-answers', answered, asked });
  if (prepared !== undefined) found.push({ kind: 'second-person' });
  else if (!published && daysAfter(edition.ends, reportWithin) < today) found.push({ kind: 'no-report' });
  return found;
}

/** Money that was not spent in its school year, which ends with August. */
function moneyLeft({ year, pence, spent, funder }: FundingLine, now: Instant): Attention[] {
  const began = schoolYear(year);
  const over = began !== undefined && londonDate(now) > `${began + 1}-08-31`;
  return over && spent < pence ? [{ kind: 'money-left', funder }] : [];
}

import type { AdultsSaid } from '../adults.ts';
import { schoolVisited } from '../impact.ts';
import { parentsSurvey, volunteersSurvey } from '../instruments/adults.ts';
import { schoolsSurvey } from '../instruments/schools.ts';
import { roundedQuotient } from '../statistics/rounding.ts';
import { statements } from '../survey.ts';
import type { FigureDefinition, Row } from './figure-definition.ts';
import type { Snapshot } from './snapshot.ts';

const answerNames = ['answer1', 'answer2', 'answer3', 'answer4', 'answer5'] as const;

function total(rows: readonly Row[], field: string): number {
  return rows.reduce((sum, row) => sum + Number(row[field] ?? 0), 0);
}

/** How many chose each answer, 1 to 5, from the rows of a statement. */
export function answersIn(rows: readonly Row[]): number[] {
  return answerNames.map((name) => total(rows, name));
}

function columnsOf(answers: readonly number[]): Row {
  return Object.fromEntries(answerNames.map((name, index) => [name, answers[index] ?? 0]));
}

function meanOf(rows: readonly Row[]): number | undefined {
  const counts = answersIn(rows);
  const n = counts.reduce((sum, count) => sum + count, 0);
  const points = counts.reduce((sum, count, index) => sum + count * (index + 1), 0);
  return n === 0 ? undefined : roundedQuotient(points, n);
}

/** One statement that adults answer, as a report knows it: by a name of its own among all instruments. */
export type ReportStatement = {
  readonly statement: string;
  readonly text: string;
  readonly audience: 'schools' | 'volunteers' | 'parents';
  /** A row for each school, visit or home school, with `urn`, `asked`, `answered` and how many chose each answer. */
  readonly rows: (snapshot: Snapshot) => Row[];
};

const ofSchools: readonly ReportStatement[] = statements.map(({ id, text }) => ({
  statement: id,
  text,
  audience: schoolsSurvey.audience,
  rows: ({ schools }) =>
    schools
      .filter(({ invited, answers }) => invited[id] > 0 || answers[id].some((count) => count > 0))
      .map(({ urn, invited, respondents, answers }) => ({
        urn,
        asked: invited[id],
        answered: respondents[id],
        ...columnsOf(answers[id]),
      })),
}));

function rowOf(said: AdultsSaid, id: string): Row {
  const counts = said.counts[id] ?? [];
  return { asked: said.asked, answered: counts.reduce((sum, count) => sum + count, 0), ...columnsOf(counts) };
}

const ofVisitors: readonly ReportStatement[] = volunteersSurvey.statements.map(({ id, text }) => ({
  statement: `${volunteersSurvey.instrument}-${id}`,
  text,
  audience: volunteersSurvey.audience,
  rows: ({ events }) =>
    events.flatMap((one) =>
      one.visitors ? [{ event: one.event, urn: schoolVisited(one) ?? '', ...rowOf(one.visitors, id) }] : [],
    ),
}));

const ofParents: readonly ReportStatement[] = parentsSurvey.statements.map(({ id, text }) => ({
  statement: `${parentsSurvey.instrument}-${id}`,
  text,
  audience: parentsSurvey.audience,
  rows: ({ schools }) => schools.flatMap(({ urn, parents }) => (parents ? [{ urn, ...rowOf(parents, id) }] : [])),
}));

/** Every statement that adults answer, schools first. */
export const reportStatements: readonly ReportStatement[] = [...ofSchools, ...ofVisitors, ...ofParents];

/** Whose answers a statement of a report holds. */
export function audienceOf(statement: string): ReportStatement['audience'] {
  return reportStatements.find((one) => one.statement === statement)?.audience ?? 'schools';
}

const who = { schools: 'teachers', volunteers: 'visitors', parents: 'parents and carers' } as const;

/** The statements as figures. */
export const statementFigures: readonly FigureDefinition[] = reportStatements.map(({ statement, text, audience, rows }) => ({
  figure: `statement-${statement}`,
  title: text,
  definition: `The mean of what ${who[audience]} chose at “${text}”. 1 is “strongly disagree” and 5 is “strongly agree”.`,
  recipe:
    'Multiply each answer’s column by its number, 1 to 5, and add up. Divide by the sum of these columns. Round to two decimals, half up.',
  rows,
  count: meanOf,
}));

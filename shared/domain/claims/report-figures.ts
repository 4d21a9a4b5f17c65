import { disclosureRules } from '../disclosure/rules.ts';
import { valueIn } from '../report/document.ts';
import type { ReportDocument } from '../report/items.ts';
import { audienceOf } from '../report/statement-figures.ts';
import type { ClaimFigure } from './claim-figure.ts';

const faceToFace = ['face to face', 'in person'];
const online = ['online', 'on screen'];

/** What sentences call the figures of a report. */
const counts: readonly (Pick<ClaimFigure, 'figure' | 'nouns' | 'words'> & { readonly of?: string })[] = [
  { figure: 'schools', nouns: ['school'], words: [] },
  { figure: 'hosts', nouns: ['school', 'host'], words: ['host'] },
  { figure: 'organisations', nouns: ['organisation', 'employer'], words: [] },
  { figure: 'events', nouns: ['event'], words: [] },
  { figure: 'sessions', nouns: ['session'], words: [] },
  { figure: 'pupils-face-to-face', nouns: ['pupil'], words: faceToFace },
  { figure: 'pupils-online', nouns: ['pupil'], words: online },
  { figure: 'children-face-to-face', nouns: ['child'], words: faceToFace },
  { figure: 'children-online', nouns: ['child'], words: online },
  { figure: 'children-face-to-face, at most', of: 'pupils-face-to-face', nouns: ['child'], words: faceToFace },
  { figure: 'children-online, at most', of: 'pupils-online', nouns: ['child'], words: online },
];

const ofStatements: Readonly<Record<string, readonly string[]>> = {
  hosting: ['hosting'],
  enjoyed: ['enjoyed', 'enjoyment'],
  again: ['again', 'involved', 'similar events', 'in future'],
};

/** What sentences call those who answered. */
const answering = { schools: ['school'], volunteers: ['visitor', 'volunteer'], parents: ['parent', 'carer'] } as const;

/** The figures of a report, of its earlier years and of its rules, as sentences may speak of them. */
export function reportClaimFigures(document: ReportDocument): ClaimFigure[] {
  const year = yearOf(document.editionName);
  return [
    ...counts.flatMap(({ of, ...one }) => {
      const value = valueIn(document, of ?? one.figure);
      return value === undefined ? [] : [{ ...one, value, unit: 'count' as const, ...year }];
    }),
    ...document.years.flatMap(({ name, figures }) =>
      figures.flatMap(({ figure, value }) => {
        const known = counts.find((one) => one.figure === figure);
        return known ? [{ ...known, figure: `${figure}, ${name}`, value, unit: 'count' as const, ...yearOf(name) }] : [];
      }),
    ),
    ...hostShare(document),
    ...document.statements.flatMap(statementFigures),
    ...ruleFigures,
  ];
}

function yearOf(name: string): { readonly time?: string } {
  const time = /\b(?:19|20)\d\d\b/.exec(name)?.[0];
  return time === undefined ? {} : { time };
}

function hostShare(document: ReportDocument): ClaimFigure[] {
  const [hosts, schools] = [valueIn(document, 'hosts') ?? 0, valueIn(document, 'schools') ?? 0];
  return schools === 0
    ? []
    : [{ figure: 'hosts of schools', nouns: ['school'], words: ['host'], value: (100 * hosts) / schools, unit: 'percent' }];
}

function statementFigures({
  statement,
  n,
  mean,
  responseRate,
  answers,
  invited,
}: ReportDocument['statements'][number]): ClaimFigure[] {
  const audience = audienceOf(statement);
  const who = answering[audience];
  // Another audience’s statement is spoken of by what it says.
  const also = ofStatements[statement] ?? [statement.slice(audience.length + 1).replaceAll('-', ' ')];
  const figure = `statement-${statement}`;
  const said = ['answer', 'respon', 'repl'];
  return [
    { figure: `${figure}, asked`, nouns: who, words: ['asked'], also, value: invited, unit: 'count' as const },
    ...(mean === undefined
      ? []
      : [{ figure, nouns: ['mean', 'average', 'score'], words: also, value: mean, unit: 'mean' as const }]),
    ...(n === undefined
      ? []
      : [
          {
            figure: `${figure}, answers`,
            nouns: ['answer', ...who],
            words: ['answer'],
            also,
            value: n,
            unit: 'count' as const,
          },
        ]),
    ...(responseRate === undefined
      ? []
      : [
          {
            figure: `${figure}, response`,
            nouns: [...who, 'response'],
            words: said,
            value: Math.round(100 * responseRate),
            unit: 'percent' as const,
          },
        ]),
    ...(answers && n
      ? [
          {
            figure: `${figure}, strongly agree`,
            nouns: [...who, ...(audience === 'schools' ? ['teacher'] : []), 'answer'],
            words: ['strongly agree'],
            also,
            value: (100 * (answers[4] ?? 0)) / n,
            unit: 'percent' as const,
          },
        ]
      : []),
  ];
}

const ruleFigures: readonly ClaimFigure[] = [
  {
    figure: 'rule: answers',
    nouns: [],
    words: ['answers only', 'fewer than 10 answers'],
    value: disclosureRules.leastAnswers,
    unit: 'count',
  },
  {
    figure: 'rule: schools',
    nouns: ['school'],
    words: ['at least 3 schools'],
    value: disclosureRules.leastSchools,
    unit: 'count',
  },
  {
    figure: 'rule: counts',
    nouns: [],
    words: ['has nobody or at least', 'numbers of pupils below'],
    value: disclosureRules.leastCell,
    unit: 'count',
  },
];

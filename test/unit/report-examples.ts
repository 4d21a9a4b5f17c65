import type { ReportEdition } from '#shared/domain/report/items.ts';
import { buildReport, type ReportWords } from '#shared/domain/report/document.ts';
import { prepared, publishPrepared } from '#shared/domain/report/report-edition.ts';
import type { Snapshot } from '#shared/domain/report/snapshot.ts';
import { idOf } from '#shared/kernel/ids.ts';
import { instant } from '#shared/kernel/time.ts';

// A week of a city that does not exist: 33 schools, 13 of them hosts, 26 organisations. Everything in it is made up.

const edition = 'larkford-2025';
const urnOf = (index: number) => String(999_001 + index);
const organisations = Array.from({ length: 26 }, (_, index) => idOf('organisation', String(index)));

/** What the visitors of a rotation said: both answered at most events, and nobody chose less than 4. */
function visitorsOf(index: number) {
  const [both, half, one] = [
    [0, 0, 0, 0, 2],
    [0, 0, 0, 1, 1],
    [0, 0, 0, 1, 0],
  ];
  const less = (events: number, otherwise: number[]) => (index < events ? otherwise : both);
  const counts = { ready: less(6, half), welcome: less(4, half), questions: less(5, half), again: less(3, one) };
  return { asked: 2, answered: 2, counts };
}

/** 13 rotation events with three schools each (one comes twice), and one online event that all join. */
const events: Snapshot['events'] = [
  ...Array.from({ length: 13 }, (_, index) => {
    const schools = [...new Set([urnOf(index), urnOf(13 + index), urnOf(20 + index)])].sort();
    return {
      edition,
      event: `rotation-${index + 1}`,
      kind: 'rotation' as const,
      halfDay: `2025-03-0${3 + (index % 5)}-am`,
      held: true,
      sessions: 4,
      pupils: schools.length * 37,
      schools,
      attendance: schools.map((urn) => ({ urn, years: ['year5' as const], pupils: 37 })),
      host: urnOf(index),
      organisations: [organisations[2 * index] ?? '', organisations[2 * index + 1] ?? ''],
      visitors: visitorsOf(index),
    };
  }),
  {
    edition,
    event: 'online-monday',
    kind: 'online',
    halfDay: '2025-03-03-pm',
    held: true,
    sessions: 1,
    pupils: 33 * 89,
    schools: Array.from({ length: 33 }, (_, index) => urnOf(index)),
    attendance: Array.from({ length: 33 }, (_, index) => ({ urn: urnOf(index), years: ['year3' as const], pupils: 89 })),
    organisations: [organisations[0] ?? ''],
  },
];

/** One answer as counts of 1 to 5. */
function one(answer: number): [number, number, number, number, number] {
  const of = (value: number) => (answer === value ? 1 : 0);
  return [of(1), of(2), of(3), of(4), of(5)];
}

/** What one class of 30 at a school said: 27 children answered; at some schools a child did not want it again. */
const classOf = (index: number) => ({
  instrument: 'pupils-once',
  classes: 1,
  asked: 30,
  answered: 27,
  counts: {
    fun: [0, 1, 2, 6, 18],
    again: [index % 9 === 0 ? 1 : 0, 4, index % 9 === 0 ? 22 : 23],
    'many-jobs': [3, 9, 15],
    'same-job': [0, 2, 24],
    'any-job': [1, 5, 21],
  },
});

/** A course of a class of 18: 15 answered both times. Hardly any of them changed their mind on girls and boys. */
const course = {
  instrument: 'pupils-twice',
  classes: 1,
  asked: 18,
  answered: 32,
  counts: {},
  course: {
    matched: 15,
    baselineOnly: 2,
    endlineOnly: 0,
    changes: {
      'any-job': { n: 15, gained: 6, lost: 1, sum: 9, squares: 15 },
      'same-job': { n: 15, gained: 1, lost: 0, sum: 1, squares: 1 },
      'skill-planning': { n: 15, gained: 0, lost: 0, sum: 9, squares: 13 },
    },
  },
};

/** What parents of a class said. Only two schools asked them: too few to print. */
const parents = {
  asked: 30,
  answered: 9,
  counts: { told: [0, 0, 1, 3, 5], 'more-jobs': [0, 0, 0, 0, 9], 'any-job': [0, 0, 0, 0, 9], talk: [0, 0, 0, 0, 9] },
};

const schools: Snapshot['schools'] = Array.from({ length: 33 }, (_, index) => {
  const answered = index < 28;
  return {
    edition,
    urn: urnOf(index),
    pending: 0,
    confirmed: 1,
    invited: { hosting: index < 13 ? 1 : 0, enjoyed: 1, again: 1 },
    respondents: { hosting: index < 11 ? 1 : 0, enjoyed: answered ? 1 : 0, again: answered ? 1 : 0 },
    ...(index < 12 ? { children: [classOf(index), ...(index < 4 ? [course] : [])] } : {}),
    ...(index < 2 ? { parents } : {}),
    answers: {
      hosting: one(index < 11 ? 5 : 0),
      enjoyed: one(answered ? (index < 22 ? 5 : 4) : 0),
      again: one(answered ? (index < 20 ? 5 : 4) : 0),
    },
  };
});

export const snapshot: Snapshot = { edition, snapshot: idOf('snapshot'), events, schools };

export const reportWords: ReportWords = {
  editionName: 'Larkford Careers Week 2025',
  version: 1,
  asOf: instant.parse('2025-03-31T09:00:00.000Z'),
  quotes: ['They talked of nothing else', 'Please come again'],
  credits: ['Fictional Bridges Ltd'],
  summary: ['33 schools took part.'],
  pledges: [{ promise: 'Children meet people at work', evidence: '26 organisations gave sessions.' }],
  actions: [
    { action: 'Run such events more often', who: 'The council', state: 'begun' },
    { action: 'Share what worked', state: 'planned' },
  ],
  years: [{ edition: 'larkford-2024', name: 'Larkford Careers Week 2024', figures: [{ figure: 'schools', value: 12 }] }],
  printed: [
    {
      edition,
      reference: 'news',
      source: 'Larkford news (fictional)',
      address: 'https://news.larkford.example/week',
      figures: [
        { figure: 'pupils-face-to-face', says: '1000+' },
        { figure: 'pupils-in-all', says: 'over 4,000' },
        { figure: 'statement-enjoyed', says: '4.79' },
      ],
    },
  ],
};

/** Prepared by one person. */
export const waitingReport: ReportEdition = prepared({
  document: buildReport(snapshot, reportWords),
  snapshot: snapshot.snapshot,
  by: 'first',
  now: instant.parse('2025-03-31T09:00:00.000Z'),
});

/** Published by another. */
export const publishedReport: ReportEdition = publishPrepared(waitingReport, {
  by: 'second',
  now: instant.parse('2025-04-01T11:05:00.000Z'),
  source: snapshot,
  earlier: undefined,
});

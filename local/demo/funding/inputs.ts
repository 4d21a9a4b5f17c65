import { type Random, randomFrom } from '../random.ts';
import { funders } from './printed.ts';

export type LineName = (typeof funders)[number]['line'];
export const sectors = ['sport', 'nhs', 'rail', 'robotics'] as const;
type Sector = (typeof sectors)[number];

/** One child before and after: whether they say they can do any job, and how many jobs they can name. */
export type Child = {
  readonly before: boolean;
  readonly after: boolean;
  readonly jobs: readonly [before: number, after: number];
};
export type DemoSchool = { readonly urn: string; readonly band: 'high' | 'medium'; readonly children: readonly Child[] };
/** One session that a school asks for, how many came, how role models describe themselves, and what it counts for. */
export type DemoSession = {
  readonly urn: string;
  readonly sector: Sector;
  readonly on: string;
  readonly came: number;
  readonly women: number;
  readonly men: number;
  readonly claim: { readonly line: LineName; readonly deliverable: string };
};
export type DemoSpend = { readonly line: LineName; readonly evidence: string; readonly pence: number };

/** All that the demo enters. None of it is real but the funders' money: schools, sessions and answers are not published. */
export type FundingInputs = {
  readonly pounds: Readonly<Record<LineName, number>>;
  readonly schools: readonly DemoSchool[];
  readonly sessions: readonly DemoSession[];
  readonly spends: readonly DemoSpend[];
};

/** The funders' money as it is printed; the rest is simulated, always the same. */
export function printedInputs(): FundingInputs {
  return { ...generatedInputs(2022), pounds: { 'opportunity-area': funders[0].pounds, 'equality-hub': funders[1].pounds } };
}

/** Another programme, which the seed decides. */
export function generatedInputs(seed: number): FundingInputs {
  const random = randomFrom(seed);
  const schools = Array.from({ length: 6 }, (_, index): DemoSchool => {
    const children = Array.from({ length: random.between(4, 7) }, () => childOf(random));
    return { urn: String(900_100 + index), band: index % 2 === 0 ? 'high' : 'medium', children };
  });
  const sessions = schools.flatMap(({ urn }, school) =>
    random.some(sectors, random.between(1, 3)).map((sector, nth): DemoSession => {
      const claim = random.chance(0.6)
        ? ({ line: 'opportunity-area', deliverable: 'sessions' } as const)
        : ({ line: 'equality-hub', deliverable: 'pupils' } as const);
      // A week for each school, so that nobody is wanted at two schools on one day.
      const on = new Date(Date.UTC(2022, 1, 7 + 7 * school + nth)).toISOString().slice(0, 10);
      return { urn, sector, on, came: random.between(18, 60), women: random.between(1, 3), men: random.between(1, 3), claim };
    }),
  );
  const spends = sessions.map((_, index): DemoSpend => {
    const line = index % 3 === 0 ? 'equality-hub' : 'opportunity-area';
    return { line, evidence: `SIM-${index + 1}`, pence: random.between(10_000, 450_000) };
  });
  const pounds = { 'opportunity-area': random.between(100_000, 200_000), 'equality-hub': random.between(60_000, 150_000) };
  return { pounds, schools, sessions, spends };
}

function childOf(random: Random): Child {
  const before = random.chance(0.6);
  const jobs = random.between(3, 20);
  return { before, after: random.chance(before ? 0.9 : 0.5), jobs: [jobs, jobs + random.between(-1, 9)] };
}

/** The same with one pound less, one child who no longer says yes, and one more pupil at a session. */
export function changedInputs(inputs: FundingInputs): FundingInputs {
  const { pounds, schools, sessions } = inputs;
  const index = schools.findIndex(({ children }) => children.some(({ after }) => after));
  return {
    ...inputs,
    pounds: { ...pounds, 'opportunity-area': pounds['opportunity-area'] - 1 },
    schools: schools.map((school, at) => (at === index ? { ...school, children: oneNoMore(school.children) } : school)),
    sessions: sessions.map((one, at) => (at === 0 ? { ...one, came: one.came + 1 } : one)),
  };
}

function oneNoMore(children: readonly Child[]): Child[] {
  const first = children.findIndex(({ after }) => after);
  return children.map((child, at) => (at === first ? { ...child, after: false } : child));
}

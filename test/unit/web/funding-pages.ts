import { balanceOf, coverageOf } from '#shared/domain/funding/coverage.ts';
import type {
  EvaluationWave,
  FundingLine,
  MenuEntry,
  PublishedResult,
  SectorSession,
  SpendEntry,
} from '#shared/domain/funding/items.ts';
import type { Match } from '#shared/domain/funding/match.ts';
import { allocationOf } from '#shared/domain/funding/needs.ts';
import { outputsOf, progressOf } from '#shared/domain/funding/outputs.ts';
import { waveFigures } from '#shared/domain/funding/waves.ts';
import { organiserRoles } from '#shared/domain/vocabulary.ts';
import { instant, localDate } from '#shared/kernel/time.ts';
import { claimsPage } from '#web/funding/claims.ts';
import { deliverablesPage } from '#web/funding/deliverables.ts';
import { evaluationPage } from '#web/funding/evaluation.ts';
import { linePage } from '#web/funding/line.ts';
import { fundingPage, lineFormPage } from '#web/funding/lines.ts';
import { needsPage } from '#web/funding/needs.ts';
import { quotesPage } from '#web/funding/quotes.ts';
import { funderReportPage } from '#web/funding/report.ts';
import { mySessionsPage } from '#web/funding/school.ts';
import { sessionPage } from '#web/funding/session.ts';
import { sessionsPage } from '#web/funding/sessions.ts';
import { spendPage } from '#web/funding/spend.ts';
import { organisation, registration, setting } from './examples.ts';

const console = { ...setting, organiser: { name: 'Fictional Organiser', roles: organiserRoles } };
const viewer = { ...console, organiser: { ...console.organiser, roles: [] } };
const { edition } = setting.edition;
const by = 'o'.repeat(20);
const people = new Map([[by, 'organiser@larkford.example']]);
const at = instant.parse('2025-02-14T10:00:00.000Z');
const now = instant.parse('2025-03-20T10:00:00.000Z');
const day = (text: string) => localDate.parse(text);

const line: FundingLine = {
  edition,
  line: 'board',
  funder: 'Fictional Opportunity Board',
  pence: 15_000_000,
  year: '2024-25',
  conditions: 'Primary schools of the city',
  words: 'Children met people at work.\nMany asked when they come again.',
  deliverables: [
    { deliverable: 'visits', what: 'Sector sessions in schools', unit: 'activities', target: 40 },
    { deliverable: 'waves', what: 'Evaluation', unit: 'evaluations', target: 3 },
  ],
  spent: 42_050,
  past: [{ funder: 'Fictional Board', pence: 14_000_000, year: '2024-25', until: at, by }],
  version: 4,
};
const spend: SpendEntry = {
  edition,
  spend: 's'.repeat(20),
  line: 'board',
  on: day('2025-02-03'),
  pence: 42_050,
  what: 'Coach to the depot',
  urn: registration.urn,
  evidence: 'INV-2025-0007',
  state: 'entered',
  at,
  by,
  past: [{ on: day('2025-02-02'), pence: 42_000, what: 'Coach', line: 'board', until: at, by: 'p'.repeat(20) }],
  version: 2,
};
const undone: SpendEntry = { ...spend, spend: 't'.repeat(20), evidence: 'INV-2025-0008', state: 'undone' };
const menu: MenuEntry[] = [
  {
    edition,
    entry: 'how-trains-run',
    sector: 'rail',
    sectors: 1,
    title: 'How trains run',
    visitor: { kind: 'organisation', id: organisation.organisation },
    years: ['year4', 'year5'],
    minutes: 60,
    state: 'offered',
    version: 1,
  },
  {
    edition,
    entry: 'robots',
    sector: 'robotics',
    sectors: 1,
    title: 'Meet a robot',
    years: ['year6'],
    minutes: 45,
    state: 'withdrawn',
    version: 2,
  },
];
const asked: SectorSession = {
  edition,
  session: 'q'.repeat(20),
  urn: registration.urn,
  registration: registration.registration,
  entry: 'how-trains-run',
  sector: 'rail',
  on: day('2025-03-11'),
  expected: { year4: 30 },
  state: 'asked',
  version: 1,
};
const visitor = { kind: 'organisation' as const, id: organisation.organisation };
const matched: SectorSession = { ...asked, session: 'm'.repeat(20), visitor, state: 'matched' };
const held: SectorSession = {
  ...matched,
  session: 'h'.repeat(20),
  state: 'held',
  came: { year4: 28 },
  roleModels: { women: 9, men: 8, another: 0, unsaid: 1 },
};
const cancelled: SectorSession = { ...asked, session: 'c'.repeat(20), state: 'cancelled' };
const sessions = [asked, matched, held, cancelled];
const firms = [{ ...visitor, name: organisation.name }];
const match: Match = {
  ...visitor,
  name: organisation.name,
  contact: 'Fictional Person',
  email: 'person@bridges.example',
  offersIt: true,
  ofSector: true,
  suitsYears: true,
  sessions: 1,
  kilometres: 2.34,
};
const other: Match = {
  ...match,
  id: 'v'.repeat(20),
  name: 'Fictional Person',
  offersIt: false,
  suitsYears: false,
  sessions: 0,
  kilometres: undefined,
};
const wave: EvaluationWave = {
  edition,
  wave: 'parents',
  audience: 'parents',
  on: day('2025-03-14'),
  title: 'At the gate',
  instrument: 'parents',
  counts: { told: [0, 0, 2, 9, 12], 'any-job': [0, 0, 0, 3, 4] },
  version: 1,
};
const pupils: EvaluationWave = {
  ...wave,
  wave: 'pupils',
  audience: 'pupils',
  title: 'After the sessions',
  instrument: 'pupils-twice',
  counts: undefined,
};
const waves = [wave, pupils].map((one) => ({ wave: one, figures: waveFigures(one, []) }));
const change = {
  statement: 'any-job',
  text: 'I can do any job.',
  unit: 'points' as const,
  n: 24,
  change: 12.5,
  low: -4.1,
  high: 27.3,
};
const changes = { matched: 24, baselineOnly: 2, endlineOnly: 1, changes: [change] };
const quotes: PublishedResult[] = [
  {
    edition,
    quote: 'any-job',
    text: 'Can do any job',
    before: 68,
    after: 73,
    source: 'Fictional evaluation',
    address: 'https://evaluation.example',
    version: 1,
  },
  { edition, quote: 'parents', text: 'Parents who would come again', after: 96, source: 'Fictional evaluation', version: 1 },
];
const outputs = outputsOf({ sessions, menu, events: [], totals: [], waves: [wave], answered: new Set() });
const claims = [
  { edition, kind: 'session' as const, output: held.session, line: 'board', deliverable: 'visits', at, by, version: 1 },
];
const progress = progressOf(line, claims, outputs);
const coverage = coverageOf([registration.urn], sessions);
const called = new Map([[registration.urn, registration.schoolName]]);
const allocation = allocationOf([registration.urn, '999002'], new Map([[registration.urn, 'high']]), {
  sessions,
  spends: [spend],
});
const none = { values: {}, issues: [{ path: 'amount', message: 'Only £12.00 of this line is left' }] };
const badSector = { values: { entry: ['x'] }, issues: [{ path: 'sector', message: 'Choose a sector from the list' }] };
const badDay = { values: { on: ['2020-01-01'] }, issues: [{ path: 'on', message: 'Choose a day that is still to come' }] };
const badCounts = { values: { counts: ['x'] }, issues: [{ path: 'counts', message: 'Line 1: there is no statement x' }] };
const twice = { values: {}, issues: [{ path: 'output', message: 'This counts already for “Evaluation” of Fictional Hub' }] };

const ofLine = { ...console, line, lines: [line], people };
const menuParams = { ...console, menu, sessions, coverage, balance: balanceOf(sessions), called, people: firms };
const one = { ...console, menu, called, people: firms, matches: [match, other], claimed: false, now };
const mine = {
  ...setting,
  menu,
  offered: menu.slice(0, 1),
  sessions,
  names: new Map([[organisation.organisation, organisation.name]]),
};
const report = { line, now, spends: [spend], progress, coverage, waves, allocation, called, indicators: [], quotes };

/** The pages of a funded programme in every state, by name. */
export const fundingPages: Readonly<Record<string, () => string>> = {
  funding: () => fundingPage({ ...console, lines: [line] }),
  'funding-empty': () => fundingPage({ ...viewer, lines: [] }),
  'funding-errors': () => fundingPage({ ...console, lines: [], filled: none }),
  'funding-line': () => linePage({ ...ofLine, spends: [spend, undone], progress }),
  'funding-line-viewer': () => linePage({ ...ofLine, organiser: viewer.organiser, spends: [], progress: [] }),
  'funding-line-errors': () => linePage({ ...ofLine, spends: [], progress, filled: none }),
  'funding-line-edit': () => lineFormPage(ofLine),
  'funding-line-edit-errors': () => lineFormPage({ ...ofLine, line: { ...line, past: [] }, filled: none }),
  'funding-deliverables': () => deliverablesPage({ ...ofLine, progress }),
  'funding-deliverables-empty': () => deliverablesPage({ ...ofLine, organiser: viewer.organiser, progress: [] }),
  'funding-spend': () => spendPage({ ...ofLine, entry: spend }),
  'funding-spend-undone': () => spendPage({ ...ofLine, entry: undone }),
  'funding-spend-errors': () => spendPage({ ...ofLine, entry: { ...spend, past: [] }, filled: none }),
  'funding-claims': () => claimsPage({ ...ofLine, claims, outputs }),
  'funding-claims-none': () => claimsPage({ ...ofLine, line: { ...line, deliverables: [] }, claims: [], outputs: [] }),
  'funding-claims-all': () => claimsPage({ ...ofLine, claims, outputs: outputs.filter(({ kind }) => kind === 'session') }),
  'funding-claims-errors': () => claimsPage({ ...ofLine, claims, outputs, filled: twice }),
  'funding-report': () =>
    funderReportPage({ ...console, ...report, balance: balanceOf(sessions), changes, byBand: [{ band: 'high', changes }] }),
  'funding-report-empty': () =>
    funderReportPage({
      ...viewer,
      ...report,
      line: { ...line, words: undefined, conditions: undefined },
      spends: [],
      progress: [],
      coverage: [],
      waves: [],
      allocation: [],
      quotes: [],
      balance: balanceOf([]),
      changes: undefined,
      byBand: [],
    }),
  'sector-sessions': () => sessionsPage(menuParams),
  'sector-sessions-empty': () =>
    sessionsPage({ ...menuParams, organiser: viewer.organiser, menu: [], sessions: [], coverage: [], balance: balanceOf([]) }),
  'sector-sessions-errors': () => sessionsPage({ ...menuParams, filled: badSector }),
  'sector-session-asked': () => sessionPage({ ...one, one: asked }),
  'sector-session-nobody': () => sessionPage({ ...one, one: asked, matches: [] }),
  'sector-session-matched': () => sessionPage({ ...one, one: matched }),
  'sector-session-held': () => sessionPage({ ...one, one: held }),
  'sector-session-claimed': () => sessionPage({ ...one, one: held, claimed: true }),
  'sector-session-cancelled': () => sessionPage({ ...one, one: cancelled, people: [] }),
  'sector-sessions-school': () => mySessionsPage(mine),
  'sector-sessions-school-none': () => mySessionsPage({ ...mine, offered: [], sessions: [] }),
  'sector-sessions-school-errors': () => mySessionsPage({ ...mine, sessions: [], filled: badDay }),
  'funding-evaluation': () => evaluationPage({ ...console, waves, changes, byBand: [{ band: 'high', changes }] }),
  'funding-evaluation-few': () => evaluationPage({ ...console, waves: [], changes: { ...changes, changes: [] }, byBand: [] }),
  'funding-evaluation-errors': () => evaluationPage({ ...console, waves: [], changes: undefined, byBand: [], filled: badCounts }),
  'funding-needs': () => needsPage({ ...console, allocation, called, indicators: [] }),
  'funding-needs-empty': () => needsPage({ ...viewer, allocation: [], called, indicators: [] }),
  'funding-quotes': () => quotesPage({ ...console, quotes }),
  'funding-quotes-empty': () => quotesPage({ ...viewer, quotes: [] }),
};

import { agreed } from '../sign-ups.ts';
import { type Desk, moveTo } from './desk.ts';
import type { FundingInputs } from './inputs.ts';
import { sectors } from './inputs.ts';
import { funders, published, year } from './printed.ts';

const firms = {
  sport: 'sport-leisure',
  nhs: 'health-care',
  rail: 'transport',
  robotics: 'engineering-manufacturing',
} as const;

/** Opens the programme; schools and organisations sign up and confirm by their links. */
export async function openProgramme(desk: Desk, { schools }: FundingInputs): Promise<void> {
  await desk.post('/organiser/programmes', {
    programme: 'our-future',
    name: 'Our Future (replay)',
    city: 'Larkford',
    localAuthorities: ['999'],
    'organiser.name': 'Programme team (simulated)',
    'organiser.email': 'team@programme.example',
  });
  await desk.post('/organiser/editions', {
    edition: desk.edition,
    programme: 'our-future',
    name: 'Our Future 2021 to 2022 (replay)',
    starts: '2021-11-01',
    ends: '2022-07-15',
    registrationOpens: '2021-10-01',
    registrationCloses: '2022-06-30',
    surveyCloses: '2022-07-22',
  });
  await desk.post(`${desk.console}/state`, { state: 'open' });
  for (const { urn } of schools) {
    const form = { urn, roles: ['host', 'attending'], 'contact.name': 'School office (simulated)', 'contact.email': mailOf(urn) };
    const more = { 'cohorts.year5': 60, hallCapacity: 120, halfDays: ['2022-01-12-am'] };
    await desk.post(`/editions/${desk.edition}/schools/register`, { ...form, ...more }, { as: '' });
  }
  for (const sector of sectors) {
    await desk.post(`/editions/${desk.edition}/organisations/sign-up`, firmForm(sector), { as: '' });
  }
  await desk.settle();
  const mails = [...schools.map(({ urn }) => mailOf(urn)), ...sectors.map((sector) => `${sector}@firm.example`)];
  for (const mail of mails) await desk.post('/my/place/confirm', {}, { as: await desk.link(mail) });
  await desk.settle();
}

/** Where a school of the demo is written to. */
export function mailOf(urn: string): string {
  return `office@school-${urn}.example`;
}

function firmForm(sector: (typeof sectors)[number]) {
  return {
    name: `Simulated ${sector} company`,
    sector: firms[sector],
    formats: ['special-in-school', 'online'],
    halfDays: ['2022-01-12-am'],
    workshopsPerHalfDay: 4,
    placesPerWorkshop: 30,
    yearGroups: ['year4', 'year5'],
    'contact.name': 'Volunteering team (simulated)',
    'contact.email': `${sector}@firm.example`,
    publicCredit: 'no',
    ...agreed,
  };
}

/** The funders' money, what they were promised, the menu, each school's need, and what others published. */
export async function writeDown(desk: Desk, { pounds, schools }: FundingInputs): Promise<void> {
  for (const { line, funder } of funders) {
    const words = 'Children met people at work, and say what they think of it. This is simulated.';
    await desk.post(desk.funding, { line, funder, amount: pounds[line], year, conditions: 'Primary schools of the area', words });
    const evaluation = { deliverable: 'evaluation', what: 'Times of asking', unit: 'evaluations', target: 2 };
    await desk.post(`${desk.funding}/lines/${line}/deliverables`, evaluation);
  }
  const sessions = { deliverable: 'sessions', what: 'Sector sessions in schools', unit: 'activities', target: 10 };
  await desk.post(`${desk.funding}/lines/opportunity-area/deliverables`, sessions);
  const pupils = { deliverable: 'pupils', what: 'Pupils at sector sessions', unit: 'pupils', target: 300 };
  await desk.post(`${desk.funding}/lines/equality-hub/deliverables`, pupils);
  for (const sector of sectors) {
    const visitor = await desk.organisation(`Simulated ${sector} company`);
    const entry = { entry: sector, sector, title: `People at work: ${sector}`, visitor, years: ['year4', 'year5'], minutes: 60 };
    await desk.post(`${desk.funding}/sessions`, entry);
  }
  await desk.refused(
    `${desk.funding}/sessions`,
    { entry: 'x', sector: 'circus', title: 'x', years: ['year4'], minutes: 60 },
    422,
  );
  const bands = schools.map(({ urn, band }) => `${urn}; ${band}`).join('\n');
  await desk.post(`${desk.funding}/evaluation/needs`, { source: 'Simulated: need by school is not published', bands });
  for (const one of published) await desk.post(`${desk.funding}/evaluation/quotes`, { ...one });
}

/** Schools ask from the menu by their links; the best match comes, and who was there is written down on the day. */
export async function holdSessions(desk: Desk, { sessions }: FundingInputs): Promise<void> {
  await moveTo(desk, '2022-01-17T10:00:00.000Z');
  for (const { urn, sector, on } of sessions) {
    const as = await desk.link(mailOf(urn));
    await desk.refused('/my/sector-sessions', { entry: sector, on: '2022-01-10', 'cohorts.year5': 30 }, 422, { as });
    await desk.post('/my/sector-sessions', { entry: sector, on, 'cohorts.year5': 30 }, { as });
  }
  for (const { session } of await desk.sessions()) {
    const at = `${desk.funding}/sessions/${session}`;
    const { kind, id } = await desk.bestMatch(at);
    await desk.post(`${at}/match`, { kind, visitor: id });
  }
  await moveTo(desk, '2022-05-16T10:00:00.000Z');
  const asked = await desk.sessions();
  for (const { urn, sector, came, women, men } of sessions) {
    const session = asked.find((one) => one.urn === urn && one.sector === sector)?.session ?? '';
    await desk.post(`${desk.funding}/sessions/${session}/held`, { 'cohorts.year5': came, women, men });
  }
}

/** Money is spent and outputs are claimed: what is spent, entered or claimed twice is refused. */
export async function account(desk: Desk, { pounds, sessions, spends }: FundingInputs): Promise<void> {
  const on = '2022-05-13';
  for (const { line, evidence, pence } of spends) {
    const form = { evidence, on, amount: pence / 100, what: 'A session (simulated)' };
    await desk.post(`${desk.funding}/lines/${line}`, form);
    const other = line === 'equality-hub' ? 'opportunity-area' : 'equality-hub';
    await desk.refused(`${desk.funding}/lines/${other}`, form, 409);
  }
  const tooMuch = { evidence: 'TOO-MUCH', on, amount: pounds['equality-hub'], what: 'All of it' };
  await desk.refused(`${desk.funding}/lines/equality-hub`, tooMuch, 422);
  await desk.refused(`${desk.funding}/lines/equality-hub`, { ...tooMuch, amount: -5 }, 422);
  const held = await desk.sessions();
  for (const { urn, sector, claim } of sessions) {
    const output = `session ${held.find((one) => one.urn === urn && one.sector === sector)?.session}`;
    await desk.post(`${desk.funding}/lines/${claim.line}/claims`, { output, deliverable: claim.deliverable });
    await desk.refused(`${desk.funding}/lines/opportunity-area/claims`, { output, deliverable: 'sessions' }, 409);
  }
  const wave = { wave: 'parents', title: 'Parents (simulated)', audience: 'parents', on, counts: 'any-job; 0; 1; 2; 12; 9' };
  await desk.post(`${desk.funding}/evaluation`, wave);
  await desk.post(`${desk.funding}/evaluation`, { wave: 'pupils', title: 'Children', audience: 'pupils', on });
  await desk.post(`${desk.funding}/lines/equality-hub/claims`, { output: 'wave pupils', deliverable: 'evaluation' });
  await desk.refused(`${desk.funding}/lines/opportunity-area/claims`, { output: 'wave pupils', deliverable: 'evaluation' }, 409);
}

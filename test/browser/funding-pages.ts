import { type City, organiserPath, post } from './city.ts';
import { type CityPage, sent, shown } from './city-page.ts';
import { formStates } from './form-pages.ts';

const byOrganiser = { as: 'organiser' } as const;
const path = `${organiserPath}/funding`;
const line = `${path}/lines/board`;

/** The pages of a funded programme while nothing is kept of it. */
export const emptyFunding: readonly CityPage[] = [
  shown('funding, no line', path, { ...byOrganiser, state: 'no data' }),
  sent('funding, nothing typed', path, 'Save', byOrganiser),
  shown('no such funding line', line, { ...byOrganiser, status: 404 }),
  shown('sector sessions, no menu', `${path}/sessions`, { ...byOrganiser, state: 'no data' }),
  sent('sector sessions, nothing typed', `${path}/sessions`, 'Save', byOrganiser),
  shown('evaluation, nobody asked', `${path}/evaluation`, { ...byOrganiser, state: 'no data' }),
  sent('evaluation, nothing typed', `${path}/evaluation`, 'Save', byOrganiser),
  sent('need, nothing typed', `${path}/evaluation/needs`, 'Save', byOrganiser),
  sent('quoted results, nothing typed', `${path}/evaluation/quotes`, 'Save', byOrganiser),
];

/** The same once money is spent and a school has asked for a session. */
export const filledFunding: readonly CityPage[] = [
  shown('funding', path, byOrganiser),
  ...['', '/edit', '/deliverables', '/claims', '/report'].map((page) =>
    shown(`funding line ${page}`, `${line}${page}`, byOrganiser),
  ),
  sent('funding line, nothing entered', line, 'Enter it', byOrganiser),
  sent('funding line, nothing promised', `${line}/deliverables`, 'Save', byOrganiser),
  shown('money spent', ({ ids }) => `${line}/spend/${ids.get('spend')}`, byOrganiser),
  shown('no such entry', `${line}/spend/${'a'.repeat(20)}`, { ...byOrganiser, status: 404 }),
  shown('sector sessions', `${path}/sessions`, byOrganiser),
  shown('sector session that a school asked for', ({ ids }) => `${path}/sessions/${ids.get('sector session')}`, byOrganiser),
  shown('evaluation', `${path}/evaluation`, byOrganiser),
  shown('need', `${path}/evaluation/needs`, byOrganiser),
  shown('quoted results', `${path}/evaluation/quotes`, byOrganiser),
  ...formStates('sector sessions of a school', '/my/sector-sessions', 'Ask for it', { as: 'school' }),
  shown('sector sessions by another link', '/my/sector-sessions', { as: 'organisation', status: 403 }),
];

/** Enters money, a promise, a menu and what a school asks for from it. */
export async function fillFunding(city: City): Promise<void> {
  const organiser = city.cookies.get('organiser');
  const money = { funder: 'Fictional Opportunity Board', amount: '150000', conditions: 'Primary schools\nof the city' };
  await post(city, path, { line: 'board', year: '2024-25', words: 'Children met people at work.', ...money }, organiser);
  const promise = { deliverable: 'visits', what: 'Sector sessions in schools', unit: 'activities', target: 40 };
  await post(city, `${line}/deliverables`, promise, organiser);
  const coach = { evidence: 'INV-2025-0007', on: '2025-01-10', amount: '420.50', what: 'Coach to the depot', urn: '900001' };
  await post(city, line, coach, organiser);
  const ride = { entry: 'how-trains-run', title: 'How trains run', sector: 'rail', years: ['year4', 'year5'], minutes: 60 };
  await post(city, `${path}/sessions`, ride, organiser);
  const asked = { entry: 'how-trains-run', on: '2025-03-11', 'cohorts.year4': 30 };
  await post(city, '/my/sector-sessions', asked, city.cookies.get('school'));
  const counts = 'told; 0; 0; 2; 9; 12\nany-job; 0; 0; 0; 3; 4';
  await post(
    city,
    `${path}/evaluation`,
    { wave: 'parents', title: 'At the gate', audience: 'parents', on: '2025-01-10', counts },
    organiser,
  );
  await post(city, `${path}/evaluation/needs`, { source: 'Fictional census', bands: '900001; high' }, organiser);
  const quote = { quote: 'any-job', text: 'Children who say they can do any job', before: '68', after: '73' };
  await post(
    city,
    `${path}/evaluation/quotes`,
    { ...quote, source: 'Fictional evaluation', address: 'https://evaluation.example' },
    organiser,
  );
  const read = async (at: string) => JSON.stringify(await city.client.read(at, organiser));
  city.ids.set('spend', /"spend":"([a-z2-7]{20})"/.exec(await read(line))?.[1] ?? '');
  city.ids.set('sector session', /"session":"([a-z2-7]{20})"/.exec(await read(`${path}/sessions`))?.[1] ?? '');
}

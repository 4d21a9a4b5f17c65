import { type City, closeWeek, endEdition, fillCity, organiserPath, post, publicPath, settleAnswers } from './city.ts';
import { checkFile, checkRegisterFile } from './check-file.ts';
import { type CityPage, press, sent, shown, summary } from './city-page.ts';
import { classPages } from './class-pages.ts';
import { emptyContext, fillContext, filledContext, studyPages, writeStudy } from './context-pages.ts';
import { coursePages, fillCourses } from './course-pages.ts';
import { beginDrafts, sendDrafts } from './drafts.ts';
import { emptyFunding, fillFunding, filledFunding } from './funding-pages.ts';
import { beginWeek } from './first-morning.ts';
import { emptyOutbox, filledOutbox, fillOutbox } from './outbox-pages.ts';
import {
  formStates,
  linkForms,
  organiserForms,
  publicForms,
  questions,
  receipts,
  standings,
  waitingForms,
} from './form-pages.ts';
import { invitationPages, inviteSome } from './invitation-pages.ts';

const byOrganiser = { as: 'organiser' } as const;
const noLink = `/l/${'x'.repeat(43)}`;

const visitorRecord = `${organiserPath}/visitors`;
const schoolRecord = ({ ids }: Pick<City, 'ids'>) => `${organiserPath}/registrations/900001/${ids.get('school')}`;

const lists = ['registrations', 'organisations', 'volunteers', 'events', 'mails', 'impact'] as const;
const organiserLists = (state: string) =>
  lists.map((list) =>
    shown(`${list}, ${state}`, `${organiserPath}/${list}`, { ...byOrganiser, ...(state === 'empty' && { state: 'no data' }) }),
  );

/** Before anybody has signed up. */
const empty: readonly CityPage[] = [
  shown('start page', '/'),
  shown('edition', publicPath),
  shown('find a school', `${publicPath}/schools`),
  shown('find a school, nothing found', `${publicPath}/schools?q=hogwash`, { state: 'no data' }),
  shown('find a school, all found', `${publicPath}/schools?q=fictional`),
  shown('register, no school chosen', `${publicPath}/schools/register`),
  ...publicForms,
  shown('receipt', `${publicPath}/received/ABCD-EFGH`),
  shown('impact, nothing published', `${publicPath}/impact`, { status: 404, state: 'no data' }),
  ...['accessibility', 'privacy', 'privacy/children', 'contact', 'cookies', 'sign-in'].map((name) => shown(name, `/${name}`)),
  shown('handed over', `${publicPath}/handed-over`),
  shown('step by step, no school chosen', `${publicPath}/apply/school`),
  shown('step by step, school', `${publicPath}/apply/school?urn=900001`),
  shown('step by step, organisation', `${publicPath}/apply/organisation`),
  shown('step by step, volunteer', `${publicPath}/apply/volunteer`),
  shown('step by step, answers gone', `${publicPath}/apply/organisation/you`, { status: 410 }),
  ...questions,
  ...standings,
  shown('no such page', '/nowhere', { status: 404 }),
  shown('no such edition', '/editions/nowhere', { status: 404 }),
  shown('address that takes no GET', '/my/place/confirm', { status: 405 }),
  shown('link that has ended', noLink, { status: 410 }),
  shown('place without a link', '/my/place', { status: 401 }),
  shown('organiser without sign-in', '/organiser', { status: 401 }),
  shown('sign-in that failed', '/sign-in/callback', { status: 403 }),
  shown('programmes and editions', '/organiser', byOrganiser),
  shown('strategy and programmes', '/organiser/portfolio', byOrganiser),
  sent('strategy, nothing written', '/organiser/portfolio/strategy', 'Keep the strategy', byOrganiser),
  sent('programme, nothing filled in', '/organiser', 'Open a programme', byOrganiser),
  shown('organiser’s edition, open', organiserPath, byOrganiser),
  shown('settings', `${organiserPath}/settings`, byOrganiser),
  {
    ...sent('settings, wrong days', `${organiserPath}/settings`, 'Save settings', byOrganiser),
    act: async (page) => {
      await page.getByLabel('First day').fill('2025-02-30');
      await press('Save settings', summary)(page);
    },
  },
  shown('programme’s own page', `${organiserPath}/programme`, byOrganiser),
  {
    ...sent('programme’s own page, too light a colour', `${organiserPath}/programme`, 'Save the programme', byOrganiser),
    act: async (page) => {
      await page.getByLabel('Colour of the header').fill('#ffee00');
      await press('Save the programme', summary)(page);
    },
  },
  shown('next edition', `${organiserPath}/next`, byOrganiser),
  shown('team', `${organiserPath}/team`, byOrganiser),
  shown('export', `${organiserPath}/export`, byOrganiser),
  shown('export, of what was chosen', `${organiserPath}/export?list=registrations&role=host`, byOrganiser),
  shown('import', `${organiserPath}/import`, byOrganiser),
  sent('import, no file chosen', `${organiserPath}/import`, 'Check the file', byOrganiser),
  {
    ...shown('import, a file checked', `${organiserPath}/import`, byOrganiser),
    act: checkFile,
  },
  shown('register of schools', `${organiserPath}/register`, byOrganiser),
  sent('register of schools, no file chosen', `${organiserPath}/register`, 'Check the file', byOrganiser),
  { ...shown('register of schools, a file checked', `${organiserPath}/register`, byOrganiser), act: checkRegisterFile },
  shown('file of the register that has ended', `${organiserPath}/register/${'a'.repeat(20)}`, { ...byOrganiser, status: 404 }),
  shown('import that has ended', `${organiserPath}/import/${'a'.repeat(20)}`, { ...byOrganiser, status: 404 }),
  shown('audit', `${organiserPath}/audit`, byOrganiser),
  shown('edition’s status', `${organiserPath}/status`, byOrganiser),
  shown('audit, nothing of a subject', `${organiserPath}/audit?subject=nobody`, byOrganiser),
  sent('team, invitation without an address', `${organiserPath}/team`, 'Invite', byOrganiser),
  ...organiserLists('empty'),
  shown('record an event', `${organiserPath}/record-event`, byOrganiser),
  sent('event, nothing filled in', `${organiserPath}/record-event`, 'Record the event', byOrganiser),
  ...organiserForms,
  shown('no such event', `${organiserPath}/events/nowhere`, { ...byOrganiser, status: 404 }),
  shown('schools’ survey, nobody asked', `${organiserPath}/surveys`, byOrganiser),
  ...emptyOutbox,
  ...emptyContext,
  ...emptyFunding,
  shown('inbox, empty', '/inbox', { state: 'no data' }),
  shown('status', '/status'),
  { ...shown('local sign-in', '/sign-in'), act: press('Sign in', 'button[name="organiser"]') },
];

/** People have signed up and an event has been booked. */
const filled: readonly CityPage[] = [
  shown('mailed link of a school', (city) => city.link('office@canal-street.example')),
  shown('mailed link of an organisation', (city) => city.link('team@works.example')),
  shown('mailed link of a volunteer', (city) => city.link('alone@volunteer.example')),
  shown('school’s place, not confirmed', '/my/place', { as: 'waiting school' }),
  shown('school’s place, confirmed', '/my/place', { as: 'school' }),
  shown('organisation’s place, not confirmed', '/my/place', { as: 'waiting organisation' }),
  shown('organisation’s place, confirmed', '/my/place', { as: 'organisation' }),
  shown('volunteer’s place, not confirmed', '/my/place', { as: 'waiting volunteer' }),
  shown('volunteer’s place, confirmed', '/my/place', { as: 'volunteer' }),
  ...['bookings/monday/give-back', 'print', 'messages'].map((name) =>
    shown(`school’s place, ${name}`, `/my/place/${name}`, { as: 'school' }),
  ),
  shown('school’s place, changed', '/my/place?done=changed', { as: 'school' }),
  shown('calendar of one’s own, none yet', '/my/calendar', { as: 'school' }),
  {
    ...shown('calendar of one’s own, made just now', '/my/calendar', { as: 'guest' }),
    act: press('Make my address', 'code'),
  },
  shown('organiser’s calendar, none yet', `${organiserPath}/calendar`, byOrganiser),
  ...linkForms,
  ...invitationPages,
  ...classPages,
  shown('organisation’s day, nothing accepted', '/my/day', { as: 'organisation' }),
  shown('visitors’ survey, not asked yet', '/my/visits', { as: 'organisation' }),
  shown('statement, nothing held yet', '/my/statement', { as: 'organisation', state: 'empty' }),
  shown('volunteer’s day, nothing accepted', '/my/day', { as: 'volunteer' }),
  shown('volunteer’s place offered', '/my/offers/monday', { as: 'volunteer' }),
  ...receipts,
  shown('survey, not asked yet', '/my/survey', { as: 'school' }),
  shown('survey by another link', '/my/survey', { as: 'organisation', status: 403 }),
  shown('survey of an event that was not asked about', '/my/survey/monday', { as: 'school', status: 404 }),
  shown(
    'volunteer’s sign-up with an organisation',
    ({ ids }) => `${publicPath}/volunteers/sign-up?organisation=${ids.get('organisation')}`,
  ),
  shown('organiser’s edition, counted', organiserPath, byOrganiser),
  ...organiserLists('filled'),
  ...['registrations', 'organisations', 'volunteers', 'events'].map((list) =>
    shown(`${list}, nothing matches`, `${organiserPath}/${list}?q=hogwash&state=confirmed`, byOrganiser),
  ),
  ...['', '/edit', '/withdraw', '/erase'].map((page) =>
    shown(`school’s record ${page}`, (city) => `${schoolRecord(city)}${page}`, byOrganiser),
  ),
  ...['', '/edit', '/withdraw', '/merge', '/erase'].map((page) =>
    shown(
      `organisation’s record ${page}`,
      ({ ids }) => `${visitorRecord}/organisation/${ids.get('organisation')}${page}`,
      byOrganiser,
    ),
  ),
  sent('school’s record, empty note', schoolRecord, 'Keep the note', byOrganiser),
  sent('school’s record, withdrawn without a reason', (city) => `${schoolRecord(city)}/withdraw`, 'Withdraw them', byOrganiser),
  {
    ...sent('school’s record, without a name', (city) => `${schoolRecord(city)}/edit`, 'Save', byOrganiser),
    act: async (page) => {
      await page.getByLabel('Contact’s name').fill('');
      await press('Save', summary)(page);
    },
  },
  shown(
    'records to merge, none found',
    ({ ids }) => `${visitorRecord}/organisation/${ids.get('organisation')}/merge?q=hogwash`,
    byOrganiser,
  ),
  shown('no such record', `${visitorRecord}/organisation/nobody`, { ...byOrganiser, status: 404 }),
  shown('registrations that need somebody', `${organiserPath}/registrations?needs=approve`, byOrganiser),
  shown('event with bookings', `${organiserPath}/events/monday`, byOrganiser),
  shown('groups to check in, before the day', `${organiserPath}/events/monday/check-in`, byOrganiser),
  shown('rotation plan', `${organiserPath}/events/monday/rotation`, byOrganiser),
  shown('rotation, cards to print', `${organiserPath}/events/monday/rotation/cards`, byOrganiser),
  sent('rotation, rescue of nothing', `${organiserPath}/events/monday/rotation/rescue`, 'Show what would change', byOrganiser),
  shown('rotation of an event that is none', `${organiserPath}/events/empty/rotation`, { ...byOrganiser, status: 404 }),
  shown('school’s rotation cards', '/my/place/bookings/monday/rotation', { as: 'school' }),
  shown('organisation’s rotation card, not accepted', '/my/offers/monday/rotation', { as: 'organisation', status: 403 }),
  shown('event without bookings', `${organiserPath}/events/empty`, byOrganiser),
  shown('waiting list of an event', `${organiserPath}/events/monday/waiting`, byOrganiser),
  shown('school’s waiting lists', '/my/place/waiting', { as: 'school' }),
  ...waitingForms,
  shown('safeguarding line', `${organiserPath}/safeguarding`, byOrganiser),
  shown('safeguarding line, one person', ({ ids }) => `${organiserPath}/safeguarding/${ids.get('volunteer')}`, byOrganiser),
  shown('record an event, earlier ones to start from', `${organiserPath}/record-event`, byOrganiser),
  shown('record an event like another', `${organiserPath}/record-event?like=monday`, byOrganiser),
  shown('event to ask people to', `${organiserPath}/events/empty/ask`, byOrganiser),
  shown('event that is offered already', `${organiserPath}/events/empty/offer`, byOrganiser),
  shown('event to arrange', `${organiserPath}/events/empty/arrange`, byOrganiser),
  sent('event to arrange, half of its hours', `${organiserPath}/events/empty/arrange`, 'Save and tell them', {
    ...byOrganiser,
    act: async (page) => {
      await page.getByLabel('Starts').fill('09:15');
      await press('Save and tell them', summary)(page);
    },
  }),
  shown('event to move, which clashes', `${organiserPath}/events/empty/move`, byOrganiser),
  {
    ...sent('event to record, which clashes', `${organiserPath}/record-event`, 'Record the event', byOrganiser),
    act: async (page) => {
      await page.getByLabel('Half-day', { exact: true }).selectOption({ index: 1 });
      await page.getByLabel('URN of the host school').fill('900001');
      await page
        .getByRole('checkbox', { name: /Fictional Works/ })
        .first()
        .check();
      await press('Record the event', 'text=This clashes with another event')(page);
    },
  },
  shown('events that clash', `${organiserPath}/events?needs=clash`, byOrganiser),
  shown('event to cancel', `${organiserPath}/events/empty/cancel`, byOrganiser),
  shown('event that was held, to cancel', `${organiserPath}/events/monday/cancel`, byOrganiser),
  sent('event, booking without a school', `${organiserPath}/events/monday`, 'Book the places', byOrganiser),
  {
    ...sent('event, headcount in words', `${organiserPath}/events/monday`, 'Save', byOrganiser),
    act: async (page) => {
      await page.getByLabel('Pupils who came from Alder Bank').fill('fifty');
      await press('Save', summary)(page);
    },
  },
  ...filledContext,
  ...filledFunding,
  ...filledOutbox,
  shown('inbox', '/inbox'),
  shown('mail', '/inbox/1'),
];

/** The morning of the first event. */
const onTheDay: readonly CityPage[] = [
  ...['school', 'organisation', 'volunteer'].map((as) => shown(`${as}’s place, on the day`, '/my/place', { as })),
  ...['organisation', 'volunteer'].flatMap((as) => [
    shown(`${as}’s day`, '/my/day', { as }),
    shown(`${as}, running late`, '/my/offers/monday', { as }),
  ]),
  shown('groups to check in', `${organiserPath}/events/monday/check-in`, byOrganiser),
  shown('school’s own groups to check in', '/my/place/bookings/monday/check-in', { as: 'school' }),
  shown('school’s print pack, on the day', '/my/place/print', { as: 'school' }),
  shown('school’s place, withdrawn', '/my/place', { as: 'waiting school' }),
  shown('volunteer’s place, withdrawn', '/my/place', { as: 'waiting volunteer' }),
  shown('registrations, one withdrawn', `${organiserPath}/registrations`, byOrganiser),
  shown('audit, of one person', `${organiserPath}/audit?by=link`, byOrganiser),
];

/** Schools have been asked and the figures published. */
const surveying: readonly CityPage[] = [
  shown('mailed link of a survey', (city) => city.link('office@alder-bank.example')),
  ...formStates('survey of a host', '/my/survey/monday', 'Send your answers', { as: 'asked school' }),
  shown('survey of one event', '/my/survey', { as: 'asked school' }),
  shown('survey on a sheet', '/my/survey/monday/sheet', { as: 'asked school' }),
  shown('schools’ survey, who answered', `${organiserPath}/surveys`, byOrganiser),
  shown('schools’ survey, sheets to print', `${organiserPath}/surveys/sheets`, byOrganiser),
  ...formStates(
    'schools’ survey from paper',
    ({ ids }) => `${organiserPath}/surveys/monday/900001/${ids.get('school')}`,
    'Save the answers',
    byOrganiser,
  ),
  shown('survey, several events', '/my/survey', { as: 'asked guest' }),
  shown('survey, done', '/my/survey/monday', { as: 'asked guest', state: 'filled' }),
  shown('survey, part done', '/my/survey/engineer', { as: 'asked guest', state: 'filled' }),
  shown('survey, was not there', '/my/survey/baker', { as: 'asked guest' }),
  ...formStates('visitors’ survey', '/my/visits/monday', 'Send your answers', { as: 'organisation' }),
  shown('visitors’ survey, one visit', '/my/visits', { as: 'organisation' }),
  shown('statement of an organisation, hours typed', '/my/statement', {
    as: 'organisation',
    state: 'filled',
    act: (page) => page.locator('input[name="preparationHours"]').fill('12'),
  }),
  sent('statement, no hours said', '/my/statement', 'Save', { as: 'organisation' }),
  shown('statement of a school', '/my/statement', { as: 'asked guest' }),
  shown('thanks for the survey', '/my/survey/monday?sent=1', { as: 'asked guest' }),
  shown('survey, sent in part', '/my/survey/engineer?sent=1', { as: 'asked guest' }),
  shown('survey, sent that nobody was there', '/my/survey/baker?sent=1', { as: 'asked guest' }),
  shown('edition, sign-up closed', publicPath),
  shown('register, closed', `${publicPath}/schools/register?urn=900001`),
  shown('organisation’s sign-up, closed', `${publicPath}/organisations/sign-up`),
  shown('volunteer’s sign-up, closed', `${publicPath}/volunteers/sign-up`),
  shown('impact', `${publicPath}/impact`),
  shown('check a sentence', `${organiserPath}/impact/check`, byOrganiser),
  {
    ...shown('check a sentence, what was found', `${organiserPath}/impact/check`, byOrganiser),
    act: async (page) => {
      await page.getByLabel('Sentences').fill('34 schools took part.');
      await press('Check', 'h2:has-text("What we found")')(page);
    },
  },
  ...studyPages,
  shown('impact, a version', `${publicPath}/impact/1`),
  shown('impact, where a figure comes from', `${publicPath}/impact/1/figures/schools`),
  shown('impact, the rows behind a figure', `${organiserPath}/impact/1/figures/statement-enjoyed`, byOrganiser),
  shown('impact, published, for the organiser', `${organiserPath}/impact`, byOrganiser),
  shown('mails, all kinds', `${organiserPath}/mails`, byOrganiser),
];

/** Two weeks have passed since the schools answered. */
const settled: readonly CityPage[] = [
  shown('survey, closed', '/my/survey/monday', { as: 'asked guest' }),
  shown('survey, closed for several events', '/my/survey', { as: 'asked guest' }),
  shown('survey, still open for who has not answered', '/my/survey', { as: 'asked school' }),
];

/** The edition is over. */
const ended: readonly CityPage[] = [
  shown('survey, ended by the organiser', '/my/survey/monday', { as: 'asked guest' }),
  shown('organiser’s edition, last state', organiserPath, byOrganiser),
  shown('status, with a dead letter', '/status'),
];

async function planDraft(city: City): Promise<void> {
  const dates = { starts: '2026-03-09', ends: '2026-03-13', surveyCloses: '2026-03-30' };
  const signUp = { registrationOpens: '2026-01-05', registrationCloses: '2026-02-20' };
  const form = { edition: 'larkford-trial', name: 'Larkford Primary Aspirations Week 2026', ...dates, ...signUp };
  await post(city, `${organiserPath}/next`, form, city.cookies.get('organiser'));
}

async function fillDraft(city: City): Promise<void> {
  await post(city, `${trialPath}/trial/fill`, {}, city.cookies.get('organiser'));
  await city.system.settle();
}

async function fillAndSend(city: City): Promise<void> {
  await inviteSome(city);
  await fillCity(city);
  await fillOutbox(city);
  await fillContext(city);
  await fillFunding(city);
  await sendDrafts(city);
}

const trialPath = '/organiser/editions/larkford-trial';

/** Before a draft is tried. */
const drafted: readonly CityPage[] = [
  shown('draft, not tried', `${trialPath}/trial`, byOrganiser),
  shown('organiser’s edition, a draft', trialPath, byOrganiser),
  shown('team of a draft', `${trialPath}/team`, byOrganiser),
  shown('trial of an edition that has opened', `${organiserPath}/trial`, byOrganiser),
];

/** While it is tried. */
const tried: readonly CityPage[] = [
  shown('draft, tried', `${trialPath}/trial`, byOrganiser),
  shown('organiser’s edition, a draft that is tried', trialPath, byOrganiser),
  shown('outbox of a draft', `${trialPath}/outbox`, byOrganiser),
  shown('edition, tried by its team', '/editions/larkford-trial', byOrganiser),
];

async function closeAndTell(city: City): Promise<void> {
  await closeWeek(city);
  await writeStudy(city);
}

/** Every page by the state of the city it is seen in; `prepare` leads there from the state before. */
export const stages: readonly {
  readonly stage: string;
  readonly prepare?: (city: City) => Promise<void>;
  readonly pages: readonly CityPage[];
}[] = [
  { stage: 'before anybody has signed up', prepare: beginDrafts, pages: empty },
  { stage: 'with people, events and bookings', prepare: fillAndSend, pages: filled },
  { stage: 'with courses at schools', prepare: fillCourses, pages: coursePages },
  { stage: 'on the first morning', prepare: beginWeek, pages: onTheDay },
  { stage: 'after the week', prepare: closeAndTell, pages: surveying },
  { stage: 'two weeks after the answers', prepare: settleAnswers, pages: settled },
  { stage: 'when it is over', prepare: endEdition, pages: ended },
  { stage: 'with the next edition in draft', prepare: planDraft, pages: drafted },
  { stage: 'with test data in the draft', prepare: fillDraft, pages: tried },
];

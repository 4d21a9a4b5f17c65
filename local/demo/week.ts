import { signInAsOrganiser } from '../sign-in-client.ts';
import type { LocalSystem } from '../system.ts';
import { accepted, edition, moveTo, must, openLink, organiserPath, schoolAddress, settle, type Week } from './browsing.ts';
import { checkGroupsIn } from './check-ins.ts';
import { answerOffers, recordAndBook, takeAttendance } from './events.ts';
import { askHelper, confirmHelper } from './helper.ts';
import { httpClient } from './http-client.ts';
import { Ledger } from './ledger.ts';
import { checkInvitations, checkReminders, checkThanks } from './letters.ts';
import type { Plan, PlannedEvent, PlannedResponse } from './plan.ts';
import { rescue } from './rescue.ts';
import { planRotations, type Rotations } from './rotations.ts';
import { confirmByLink, confirmSchool, readIds, registerSchool, signUp } from './sign-ups.ts';
import { withdrawAndWait } from './waiting.ts';

/** Who runs the week in the replay. */
export type City = { readonly name: string; readonly localAuthority: string };

/** Sets the programme and its 2025 edition up, as an organiser, by forms. */
export async function openEdition(system: LocalSystem, city: City): Promise<void> {
  const client = httpClient(system.origin);
  const cookie = await signInAsOrganiser(system.origin);
  const programme = {
    programme: 'primary-aspirations-week',
    name: `${city.name} Primary Aspirations Week`,
    city: city.name,
    localAuthorities: [city.localAuthority],
    'organiser.name': 'Steering group (simulated)',
    'organiser.email': 'steering-group@programme.example',
  };
  must(await client.post('/organiser/programmes', programme, cookie), 303);
  const dates = {
    starts: '2025-03-03',
    ends: '2025-03-07',
    registrationOpens: '2025-01-06',
    registrationCloses: '2025-02-28',
    surveyCloses: '2025-03-28',
  };
  must(
    await client.post(
      '/organiser/editions',
      { edition, programme: 'primary-aspirations-week', name: `${programme.name} 2025`, ...dates },
      cookie,
    ),
    303,
  );
  must(await client.post(`${organiserPath}/state`, { state: 'open' }, cookie), 303);
}

/** Posts a whole planned week in simulated time and answers with the client's own count of what was accepted. */
export async function runWeek(system: LocalSystem, plan: Plan, report: (line: string) => void): Promise<Week> {
  const client = httpClient(system.origin);
  const known = { organisations: new Map(), registrations: new Map(), volunteers: new Map() };
  const week: Week = { system, client, plan, ledger: new Ledger(), cookie: '', signedIn: '', ...known, said: [], problems: [] };
  report('January: schools register, organisations and volunteers sign up');
  await moveTo(week, '2025-01-13T10:00:00.000Z');
  for (const school of plan.schools) await registerSchool(week, school);
  for (const [index, organisation] of plan.organisations.entries()) await signUp(week, organisation, index);
  await settle(system);
  report('Everybody confirms by the link in their mail');
  for (const school of plan.schools) await confirmSchool(week, school);
  for (const organisation of plan.organisations) await confirmByLink(week, organisation.email);
  await confirmHelper(week);
  const rotations = await fill(week, report);
  must(await client.post(`${organiserPath}/state`, { state: 'running' }, week.cookie), 303);
  report('A week before, and on the day before: everybody is reminded');
  await goThrough(week, rotations);
  checkInvitations(week);
  checkReminders(week);
  report('7 March, 16:15: the schedule asks the schools how it was');
  await moveTo(week, '2025-03-07T16:16:00.000Z');
  week.ledger.invited = week.ledger.tookPart();
  await moveTo(week, '2025-03-10T09:00:00.000Z');
  checkThanks(week);
  for (const response of plan.responses) await answer(week, response);
  await settle(system);
  return week;
}

/** February: events, places, yes and no, and who goes round with whom. */
async function fill(week: Week, report: (line: string) => void): Promise<Rotations> {
  await moveTo(week, '2025-02-03T10:00:00.000Z');
  report('February: the organiser records events and books schools, and organisations say yes');
  await readIds(week);
  for (const event of week.plan.events) await recordAndBook(week, event);
  await week.system.settle();
  await answerOffers(week);
  await week.system.settle();
  await askHelper(week);
  await moveTo(week, '2025-02-10T10:00:00.000Z');
  report('A school withdraws, and its places go to whoever waits');
  await withdrawAndWait(week);
  await moveTo(week, '2025-02-17T10:00:00.000Z');
  report('The rotations are planned, and their certificates checked');
  return planRotations(week);
}

/** Day by day, from a week before the first to the last afternoon. */
async function goThrough(week: Week, rotations: Rotations): Promise<void> {
  const { plan, ledger, said } = week;
  for (const day of ['02-24', '02-25', '02-26', '02-27', '02-28', '03-03', '03-04', '03-05', '03-06', '03-07']) {
    for (const { half, before, morning, after } of halves) {
      const events = plan.events.filter(({ halfDay }) => halfDay === `2025-${day}-${half}`);
      const lost = events.find(({ reference }) => reference === plan.loss?.event);
      if (lost) {
        await moveTo(week, `2025-${day}T${before}:00.000Z`);
        await rescue(week, lost, rotations);
      }
      if (morning) await moveTo(week, `2025-${day}T${morning}:00.000Z`);
      if (events.length > 0) await countOn(week, events, `2025-${day}T${after}:00.000Z`, rotations);
    }
  }
  said.push(`${ledger.groups} groups were checked in; ${ledger.corrections} counts of a group were corrected.`);
}

/** When an organiser learns that somebody does not come, when the reminders go, and when everybody was counted. */
const halves = [
  { half: 'am', before: '08:40', morning: '09:06', after: '12:30' },
  { half: 'pm', before: '12:40', morning: undefined, after: '15:30' },
] as const;

async function countOn(week: Week, events: readonly PlannedEvent[], moment: string, rotations: Rotations): Promise<void> {
  if (events.length === 0) return;
  await moveTo(week, moment);
  for (const event of events) {
    const rotation = rotations.get(event.reference);
    if (rotation) await checkGroupsIn(week, event, rotation);
    else await takeAttendance(week, event);
  }
}

async function answer(week: Week, { urn, event, sent, quote }: PlannedResponse): Promise<void> {
  for (const answers of sent) {
    const cookie = await openLink(week, schoolAddress(week, urn), 'survey');
    const form = { tookPart: 'yes', ...answers, quote, quoteConsent: quote ? 'yes' : undefined };
    await accepted(week, `/my/survey/${event}`, form, cookie);
    week.ledger.answer(urn, event, answers);
    await week.system.settle();
  }
}

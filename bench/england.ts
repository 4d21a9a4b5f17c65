import { gzipSync } from 'node:zlib';
import { attackTable } from '#shared/domain/disclosure/attack.ts';
import { gateTable } from '#shared/domain/disclosure/gate.ts';
import type { PlainTable } from '#shared/domain/disclosure/public-table.ts';
import { halfDaysOf } from '#shared/domain/edition.ts';
import { bookSchool, type Event, recordEvent, takeAttendance } from '#shared/domain/event.ts';
import { yearGroups } from '#shared/domain/fields.ts';
import { countEdition, countEvent, countSchool } from '#shared/domain/impact.ts';
import type { EventTotal, SchoolTotal } from '#shared/domain/totals.ts';
import { pupilsOnce } from '#shared/domain/instruments/pupils.ts';
import { scales } from '#shared/domain/instruments/scales.ts';
import { countClass } from '#shared/domain/pupils/counts.ts';
import type { ClassTotal, PlacesChosen, PupilClass } from '#shared/domain/pupils/items.ts';
import { confirmRegistration, inviteToSurvey, type Registration, submitRegistration } from '#shared/domain/registration.ts';
import { buildReport } from '#shared/domain/report/document.ts';
import { prepared, weaknesses } from '#shared/domain/report/report-edition.ts';
import { answerSurvey } from '#shared/domain/survey.ts';
import { idOf } from '#shared/kernel/ids.ts';
import { instantOf, localDate } from '#shared/kernel/time.ts';
import { reportPage } from '#web/report/page.ts';
import { openEdition, programme, usualForm } from './city.ts';
import { secondsPerStoredAnswer } from './england-engine.ts';
import type { Figure } from './figures.ts';

/** England's primary schools (Department for Education, 2024/25), each with ten classes of 26 or 27. */
const england = { schools: 16_723, classes: 10, answers: 4_400_000 } as const;
const now = instantOf(new Date());
const edition = openEdition('england-year', now);
const slots = halfDaysOf(edition);

/** A year of England through the functions that count, class by class as a stream, and through the gate. */
export async function measureEngland(quick: boolean): Promise<readonly Figure[]> {
  const schools = quick ? 200 : england.schools;
  const generated = secondsOf(() => generateAll(schools));
  const counted = secondsOf(() => countAll(schools));
  const { events, totals, answers } = counted.result;
  const report = secondsOf(() => reportOf(events, totals));
  const tables = secondsOf(() => gateRegions(totals));
  const perAnswer = await secondsPerStoredAnswer(quick);
  const page = gzipSync(report.result.page).length / 1024;
  const peak = process.resourceUsage().maxRSS / 1024 / 1024;
  const what = `${answers.toLocaleString('en-GB')} answers of ${schools.toLocaleString('en-GB')} schools`;
  return [
    { name: 'England’s year: peak memory', value: peak, unit: 'GiB', ceiling: 2, note: what },
    {
      name: 'England’s year: recount',
      value: counted.seconds,
      unit: 's',
      note: `${what}; processor time of one process, no engine`,
    },
    {
      name: 'England’s year: recount / generating the same answers',
      value: counted.seconds / generated.seconds,
      unit: '×',
      ceiling: 5,
      note: `generating takes ${generated.seconds.toFixed(1)} s: the floor is 1`,
    },
    {
      name: 'England’s year: reading the answers from the engine (extrapolated)',
      value: (perAnswer.seconds * england.answers) / 60,
      unit: 'min',
      note: `EXTRAPOLATED from ${perAnswer.answers.toLocaleString('en-GB')} answers read class by class: ${(perAnswer.seconds * 1e6).toFixed(0)} µs each`,
    },
    {
      name: 'England’s report: built, gated and attacked',
      value: report.seconds,
      unit: 's',
      ceiling: 10,
      note: `${report.result.figures} figures; nothing exposed`,
    },
    {
      name: 'England’s pupils by region and year group: gate and attack',
      value: tables.seconds,
      unit: 's',
      ceiling: 60,
      note: `9 × 7 counts, ${tables.result} hidden, none within 7`,
    },
    { name: 'England’s report page', value: page, unit: 'KB', ceiling: 60, note: 'by gzip' },
  ];
}

/** What the work costs the processor: whatever else runs beside it is not counted. */
function secondsOf<T>(work: () => T): { readonly seconds: number; readonly result: T } {
  const started = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(started);
  return { seconds: (user + system) / 1_000_000, result };
}

/** A plain generator of numbers (Park and Miller 1988): the same answers each time. */
function random(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/** So many answers of one class, made when they are asked for; more than half choose the highest place. */
function answersOf(school: number, group: number): { readonly answers: PlacesChosen }[] {
  const next = random(1 + school * england.classes + group);
  const size = 26 + ((school + group) % 10 < 3 ? 1 : 0);
  return Array.from({ length: size }, () => ({
    answers: Object.fromEntries(
      pupilsOnce.statements.map(({ id, scale }) => {
        const places = scales[scale].words.length;
        return [id, Math.max(1, places - Math.floor(next() ** 2 * places))];
      }),
    ),
  }));
}

function generateAll(schools: number): number {
  let made = 0;
  for (let school = 0; school < schools; school += 1)
    for (let group = 0; group < england.classes; group += 1) made += answersOf(school, group).length;
  return made;
}

function countAll(schools: number) {
  const events: EventTotal[] = [];
  const totals: SchoolTotal[] = [];
  let answers = 0;
  for (let index = 0; index < schools; index += 1) {
    const { event, school, asked } = weekOf(index);
    const booking = takeAttendance(
      bookSchool(event, school, { registration: school.registration, cohorts: { year4: 60 } }, now).state,
      {
        event,
        attended: 50 + (index % 11),
        now,
      },
    ).state;
    const classes = Array.from({ length: england.classes }, (_, group): ClassTotal => {
      const given = answersOf(index, group);
      answers += given.length;
      return countClass(classAt(school, event, group, given.length), given, undefined);
    });
    const form = { hosting: 4 + (index % 2), enjoyed: 3 + (index % 3), again: 5 };
    const response = answerSurvey(undefined, { edition, school, asked, form, now }).state;
    events.push(countEvent(event, [booking], [], classes));
    totals.push(countSchool({ edition: edition.edition, urn: school.urn }, [school], [response], classes));
  }
  countEdition(edition.edition, events, totals);
  return { events, totals, answers };
}

function weekOf(index: number) {
  const form = usualForm(edition, index);
  const { state } = submitRegistration(undefined, { edition, form, schoolName: `Fictional ${index}`, now });
  const asked = { event: `event-${index}`, host: true };
  const school: Registration = inviteToSurvey(confirmRegistration(state, 'link', now).state, [asked], now).state;
  const event: Event = recordEvent(edition, {
    reference: asked.event,
    kind: index % 3 === 0 ? 'special' : 'rotation',
    title: 'Fictional rotation',
    organisations: [0, 1, 2, 3].map((one) => idOf('organisation', String((index + one) % 9000))),
    host: school.urn,
    halfDay: slots[index % slots.length] ?? '',
    sessions: 4,
    places: 400,
  }).state;
  return { event, school, asked };
}

function classAt({ urn, registration }: Registration, { event }: Event, group: number, pupils: number): PupilClass {
  return {
    edition: edition.edition,
    urn,
    registration,
    code: 'bcdfgh',
    event,
    year: yearGroups[group % yearGroups.length] ?? 'year4',
    pupils,
    instrument: pupilsOnce.instrument,
    instrumentVersion: pupilsOnce.version,
    left: 0,
    tallied: 0,
    state: 'open',
    until: localDate.parse('2025-03-14'),
    openedAt: now,
    version: 1,
  };
}

function reportOf(events: readonly EventTotal[], totals: readonly SchoolTotal[]) {
  const schools = totals.map(({ quotes: _, ...counts }) => counts);
  const source = { edition: edition.edition, snapshot: idOf('england'), events: [...events], schools };
  const words = { quotes: [], credits: [], summary: [], pledges: [], actions: [], years: [], printed: [] };
  const document = buildReport(source, { ...words, editionName: edition.name, version: 1, asOf: now });
  const exposed = weaknesses(document);
  if (exposed.length > 0) throw new Error(`exposed: ${exposed.join(', ')}`);
  const report = prepared({ document, snapshot: source.snapshot, by: 'first', now });
  return { figures: document.figures.length, page: reportPage({ report, programme, edition }) };
}

const regions = ['NE', 'NW', 'YH', 'EM', 'WM', 'E', 'L', 'SE', 'SW'] as const;

/** Pupils by region and year group, with small counts in three corners; gives how many counts are hidden. */
function gateRegions(totals: readonly SchoolTotal[]): number {
  const cells = regions.map((_, region) =>
    yearGroups.map((__, year) => 1000 + ((totals.length * (region + 3) * (year + 5)) % 4000)),
  );
  const small = [
    [0, 0, 3],
    [4, 6, 5],
    [8, 2, 1],
  ] as const;
  for (const [region, year, pupils] of small) cells[region]?.splice(year, 1, pupils);
  const plain: PlainTable = { rows: [...regions], columns: [...yearGroups], cells };
  const shown = gateTable(plain);
  if (!shown) throw new Error('nothing of the table is shown');
  const found = attackTable(shown);
  if (found.some(({ exposed }) => exposed)) throw new Error('a hidden count comes out');
  return found.length;
}

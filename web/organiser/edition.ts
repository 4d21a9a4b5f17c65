import type { Edition } from '#shared/domain/edition.ts';
import type { EditionTotal } from '#shared/domain/totals.ts';
import type { Task } from '#shared/domain/task.ts';
import { editionStates, type TaskKind, taskKinds } from '#shared/domain/vocabulary.ts';
import { dayInWords, daysAfter, type LocalDate } from '#shared/kernel/time.ts';
import { summaryList } from '../components/summary-list.ts';
import { form, hiddenField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { editionPath, pathOf } from '../paths.ts';
import { bullets, heading2, link, paragraph } from '../prose.ts';
import { sayDays, sayNumber } from '../say.ts';
import { editionContent } from './edition.en.ts';
import { type Console, consolePage, listLinks, may, settingLinks } from './frame.ts';
import { trialWay } from './trial.ts';

const { edition: words } = editionContent;

type EditionParams = Console & {
  readonly total: EditionTotal | undefined;
  readonly tasks: readonly Task[];
  readonly today: LocalDate;
  /** How many mails wait in the outbox. */
  readonly held?: number;
};

/** One edition: what waits for an organiser today, where it stands, the step to its next state, and the way to its lists. */
export function organiserEditionPage({ total, tasks, today, held = 0, ...console }: EditionParams): string {
  const { edition } = console;
  const rows = [
    { key: { text: words.state }, value: { text: labels.editionStates[edition.state] } },
    { key: { text: words.dates }, value: { text: sayDays(edition.starts, edition.ends) } },
    { key: { text: words.signUp }, value: { text: sayDays(edition.registrationOpens, edition.registrationCloses) } },
    { key: { text: words.survey }, value: { text: dayInWords(edition.surveyCloses) } },
    edition.state !== 'draft' && {
      key: { text: words.publicPage },
      value: { html: link(editionPath(edition), words.seePublic) },
    },
  ];
  return consolePage(console, {
    title: edition.name,
    caption: undefined,
    path: pathOf('/organiser/editions/{edition}', edition),
    body: html`${heading2(words.needsYou)}
${waiting(edition, { tasks, held, today })}
${heading2(words.stands)}
${summaryList({ rows })}
${edition.state === 'draft' && trialWay(console)}
${may(console, 'admin') && !edition.trial && stepForm(edition)}
${heading2(words.counts)}
${total ? counts(total) : paragraph(words.notCounted)}
${heading2(words.lists)}
${bullets(listLinks(edition.edition).map(({ href, text }) => link(href, text)))}
${heading2(words.runs)}
${bullets(settingLinks(console).map(({ href, text }) => link(href, text)))}`,
  });
}

type Waiting = Required<Pick<EditionParams, 'tasks' | 'held' | 'today'>>;

/** Each kind of thing that waits, with its count and the list that acts on it; the outbox; then the dates that come near. */
function waiting(edition: Edition, { tasks, held, today }: Waiting): Html {
  const items = taskKinds.flatMap((kind) => {
    const count = tasks.filter((task) => task.kind === kind).length;
    return count === 0 ? [] : [link(`${pathOf(listsOf[kind], edition)}?needs=${kind}`, words.tasks[kind](count))];
  });
  if (held > 0) items.push(link(pathOf('/organiser/editions/{edition}/outbox', edition), words.held(held)));
  const dates = deadlinesOf(edition).filter(({ date }) => date >= today && date <= daysAfter(today, 14));
  const near = dates.map(({ what, date }) => words.near(what, dayInWords(date)));
  const all = [...items, ...near];
  return all.length === 0 ? paragraph(words.nothingWaits) : bullets(all);
}

const listsOf = {
  clash: '/organiser/editions/{edition}/events',
  line: '/organiser/editions/{edition}/safeguarding',
  adult: '/organiser/editions/{edition}/events',
  short: '/organiser/editions/{edition}/events',
  bounced: '/organiser/editions/{edition}/mails',
  approve: '/organiser/editions/{edition}/registrations',
  'no-reply': '/organiser/editions/{edition}/events',
  unconfirmed: '/organiser/editions/{edition}/organisations',
  session: '/organiser/editions/{edition}/funding/sessions',
  report: '/organiser/editions/{edition}/impact',
} as const satisfies Record<TaskKind, string>;

function deadlinesOf({ state, registrationOpens, registrationCloses, starts, ends, surveyCloses }: Edition) {
  if (state === 'reported') return [];
  return [
    { what: words.deadlines.opens, date: registrationOpens },
    { what: words.deadlines.closes, date: registrationCloses },
    { what: words.deadlines.starts, date: starts },
    { what: words.deadlines.ends, date: ends },
    { what: words.deadlines.surveyCloses, date: surveyCloses },
  ];
}

function stepForm({ edition, state }: Edition): Html {
  const next = editionStates[editionStates.indexOf(state) + 1];
  if (next === undefined || next === 'draft') return paragraph(words.last);
  return html`${paragraph(`${words.stepAdvice[next]} ${words.noBack}`)}
${form({ action: pathOf('/organiser/editions/{edition}/state', { edition }), body: hiddenField('state', next), submit: words.step(labels.editionStates[next]) })}`;
}

function counts(total: EditionTotal): Html {
  const figures = [
    [words.pending, total.registrationsPending],
    [words.confirmed, total.registrationsConfirmed],
    [words.schools, total.schools],
    [words.events, total.events],
  ] as const;
  return summaryList({ rows: figures.map(([text, count]) => ({ key: { text }, value: { text: sayNumber(count) } })) });
}

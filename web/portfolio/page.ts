import type { CourseStanding } from '#shared/domain/portfolio/course-standing.ts';
import type { Attention, Evidence, Reach, Standing } from '#shared/domain/portfolio/standing.ts';
import type { Strategy } from '#shared/domain/portfolio/strategy.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { dayInWords, londonDate } from '#shared/kernel/time.ts';
import type { TableCell } from '../components/table.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { sayPounds } from '../funding/say.ts';
import { listTable, type Organiser, organiserPage } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { heading2, lead, lines, link, paragraph } from '../prose.ts';
import { sayDays, sayNumber, sayProgramme } from '../say.ts';
import { portfolioContent as words } from './content.en.ts';

type Params = {
  readonly organiser: Organiser;
  readonly strategies: readonly Strategy[];
  readonly programmes: readonly Programme[];
  readonly standings: readonly Standing[];
  /** Whether this organiser may write a strategy down. */
  readonly mayWrite: boolean;
};

const writePath = '/organiser/portfolio/strategy';

/** The steering group's page: each strategy with its programmes, and how every edition of them stands. */
export function portfolioPage({ organiser, strategies, programmes, standings, mayWrite }: Params): string {
  const followed = strategies
    .map((one) => ({ ...one, own: programmes.filter(({ programme }) => one.programmes.includes(programme)) }))
    .filter(({ own }) => own.length > 0 || mayWrite);
  const inOne = new Set(followed.flatMap(({ own }) => own));
  const rest = programmes.filter((one) => !inOne.has(one));
  const parts = (own: readonly Programme[]) => own.map((one) => programmePart(one, standings));
  return organiserPage({
    organiser,
    title: words.title,
    path: '/organiser/portfolio',
    body: html`${lead(words.intro)}
${programmes.length === 0 && paragraph(words.none)}
${followed.map(
  ({ strategy, name, aim, own }) => html`${heading2(name)}${paragraph(aim)}
${mayWrite && paragraph(link(`${writePath}?strategy=${strategy}`, words.change(name)))}
${parts(own)}`,
)}
${rest.length > 0 && html`${heading2(followed.length > 0 ? words.without : words.programmes)}${parts(rest)}`}
${mayWrite && paragraph(link(writePath, words.write))}`,
  });
}

function programmePart(one: Programme, standings: readonly Standing[]): Html {
  const called = sayProgramme(one);
  const own = standings
    .filter(({ edition }) => edition.programme === one.programme)
    .toSorted((a, b) => b.edition.starts.localeCompare(a.edition.starts));
  return html`<h3 class="govuk-heading-s">${called}</h3>
${listTable({
  name: called,
  none: words.noEditions,
  head: [words.edition, words.reach, words.money, words.evidence, words.attention].map((text) => ({ text })),
  rows: own.flatMap((one) => [editionRow(one), ...one.courses.map((course) => courseRow(one.edition.edition, course))]),
})}`;
}

function editionRow({ edition, reach, money, evidence, attention }: Standing): TableCell[] {
  const when = sayDays(edition.starts, edition.ends);
  return [
    {
      html: lines([
        link(pathOf('/organiser/editions/{edition}', edition), edition.name),
        when,
        labels.editionStates[edition.state],
      ]),
    },
    { html: reachOf(reach) },
    { html: moneyOf(edition.edition, money) },
    { html: evidenceOf(evidence) },
    { html: attentionOf(attention) },
  ];
}

function courseRow(edition: string, standing: CourseStanding): TableCell[] {
  const { course, schoolName, state, places, children, recorded, sessions, attention } = standing;
  const path = pathOf('/organiser/editions/{edition}/courses/{course}', { edition, course });
  const came = children === undefined ? [] : [words.counted(words.atAssembly, sayNumber(children))];
  return [
    { html: lines([link(path, words.course(schoolName)), words.courseStates[state]]) },
    { html: lines([words.counted(words.places, sayNumber(places)), ...came]) },
    { text: words.ofEdition },
    { text: words.recorded(sayNumber(recorded), sayNumber(sessions)) },
    { text: attention === undefined ? words.nothing : words.courseNeeds[attention] },
  ];
}

function reachOf(reach: Reach | undefined): Html {
  if (!reach) return html`${words.nobodyYet}`;
  const { version, schools, faceToFace, online } = reach;
  return lines([
    words.counted(words.schools, sayNumber(schools)),
    words.counted(words.faceToFace, sayNumber(faceToFace)),
    words.counted(words.online, sayNumber(online)),
    version === undefined ? words.soFar : words.asPublished(version),
  ]);
}

function moneyOf(edition: string, money: Standing['money']): Html {
  if (money.length === 0) return html`${words.noMoney}`;
  return lines(
    money.map(({ line, funder, pence, spent }) =>
      link(
        pathOf('/organiser/editions/{edition}/funding/lines/{line}', { edition, line }),
        words.line(funder, sayPounds(spent), sayPounds(pence)),
      ),
    ),
  );
}

function evidenceOf({ answered, asked, published }: Evidence): Html {
  const said = asked === 0 ? words.noneAsked : words.answers(sayNumber(answered), sayNumber(asked));
  const report = published ? words.published(published.version, dayInWords(londonDate(published.at))) : words.notPublished;
  return lines([said, report]);
}

function attentionOf(attention: readonly Attention[]): Html {
  return attention.length === 0 ? html`${words.nothing}` : lines(attention.map(needOf));
}

function needOf(one: Attention): string {
  if (one.kind === 'waiting') return words.needs.waiting(sayNumber(one.count));
  return one.kind === 'money-left' ? words.needs[one.kind](one.funder) : words.needs[one.kind];
}

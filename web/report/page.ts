import type { Edition } from '#shared/domain/edition.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { valueIn } from '#shared/domain/report/document.ts';
import type { ReportDocument, ReportEdition } from '#shared/domain/report/items.ts';
import { insetText } from '../components/inset-text.ts';
import { html, type Html } from '../html.ts';
import { childrenTables, courseTable } from '../impact/children.ts';
import { journeyPage } from '../journey-page.ts';
import { editionPath, pathOf } from '../paths.ts';
import { bullets, heading2, link, paragraph } from '../prose.ts';
import { sayMoment, sayNumber } from '../say.ts';
import { reportContent as words } from './content.en.ts';
import { changesSince, printedElsewhere } from './editions.ts';
import { whence } from './say-figure.ts';
import { daysTable, statementsTable, yearsTable } from './tables.ts';

type Setting = { readonly edition: Edition; readonly programme: Programme };
export type ReportParams = Setting & {
  readonly report: ReportEdition;
  /** Whether figures of the city itself are held, to be led to. */
  readonly besides?: boolean;
};

/** The published report, from its frozen document: every number of it has passed the gate. */
export function reportPage({ report, programme, edition, besides }: ReportParams): string {
  const { document } = report;
  return journeyPage({
    programme,
    title: words.title(document.editionName),
    backLink: editionPath(edition),
    path: pathOf('/editions/{edition}/impact', edition),
    body: html`${paragraph(words.published(sayMoment(report.publishedAt ?? report.preparedAt), document.version))}
${reportBody(document)}
${dataOf(document)}
${besides && paragraph(link(pathOf('/editions/{edition}/context', edition), words.besides(programme.city)))}`,
  });
}

/** What a report says, without its heading: also as a preview for the organiser, and in print. */
export function reportBody(document: ReportDocument): Html {
  return html`${listOf(words.summary, document.summary)}
${heading2(words.figures)}
${headline(document)}
${heading2(words.pupils)}
${paragraph(words.headcounts)}
${childrenIn(document)}
${document.pupilsByDay && html`${daysTable(document.pupilsByDay)}${paragraph(whence(document, 'pupils-by-day'))}`}
${heading2(words.survey)}
${paragraph(words.surveyIntro)}
${statementsTable(document, 'schools')}
${otherAdults(document)}
${childrenSaid(document)}
${childrenChanged(document)}
${quotesIn(document)}
${pledgesIn(document)}
${listOf(words.actions, document.actions.map(actionIn))}
${creditsIn(document)}
${yearsTable(document)}
${printedElsewhere(document)}
${changesSince(document)}
${heading2(words.method)}
${paragraph(baseSentence(document))}
${bullets(words.methods)}
${heading2(words.rules)}
${bullets(words.rulesList)}
${heading2(words.limits)}
${bullets(words.limitsList)}
${paragraph(words.frozen)}`;
}

/** The main figures, each in its own sentence. */
export function headlineSentences(document: ReportDocument): { figure: string; number: string; text: string }[] {
  return Object.entries(words.headline).map(([figure, text]) => {
    const value = valueIn(document, figure) ?? 0;
    return { figure, number: sayNumber(value), text: text[value === 1 ? 'one' : 'many'] };
  });
}

function headline(document: ReportDocument): Html {
  const items = headlineSentences(document).map(
    ({ figure, number, text }) =>
      html`<li><span class="app-figure">${number}</span> ${text}<br>${whence(document, figure)}</li>\n`,
  );
  return html`<ul class="govuk-list govuk-list--spaced">${items}</ul>`;
}

/** Between how many different children the headcounts stand for, apart for each way of meeting. */
export function childrenSentences(document: ReportDocument): { figure: string; text: string }[] {
  const pairs = [
    ['children-face-to-face', 'pupils-face-to-face'],
    ['children-online', 'pupils-online'],
  ] as const;
  return pairs.flatMap(([figure, all]) => {
    const [least, most] = [valueIn(document, figure) ?? 0, valueIn(document, all) ?? 0];
    if (most === 0) return [];
    const text =
      least === most ? words.exactly[figure](sayNumber(most)) : words.children[figure](sayNumber(least), sayNumber(most));
    return [{ figure, text }];
  });
}

function childrenIn(document: ReportDocument): Html {
  return html`${childrenSentences(document).map(({ figure, text }) => paragraph(html`${text} ${whence(document, figure)}`))}`;
}

function listOf(title: string, items: readonly string[]): Html | undefined {
  return items.length === 0 ? undefined : html`${heading2(title)}${bullets(items)}`;
}

function actionIn({ action, who, state }: ReportDocument['actions'][number]): string {
  const at = words.actionStates[state];
  return who === undefined ? words.action(action, at) : words.actionOf(action, who, at);
}

function otherAdults(document: ReportDocument): Html {
  const { others } = words;
  return html`${(['volunteers', 'parents'] as const).map((audience) => {
    const shown = statementsTable(document, audience);
    return shown && html`${heading2(others[audience].title)}${paragraph(others[audience].intro)}${shown}`;
  })}`;
}

function childrenSaid(document: ReportDocument): Html | undefined {
  if (!document.children) return undefined;
  const more = (statement: string) => whence(document, `childrens-${statement}`);
  return childrenTables(document.children, more);
}

function childrenChanged(document: ReportDocument): Html | undefined {
  const { course } = document;
  if (!course) return undefined;
  const shown = course.changes.flatMap(({ n, change, low, high, ...named }) =>
    n === undefined || change === undefined || low === undefined || high === undefined
      ? []
      : [{ ...named, n, change, low, high }],
  );
  const hidden = course.changes.filter((one) => one.withheld === 'change-tells').map(({ text }) => text);
  const kept = course.changes.flatMap(({ text, keptFrom }) => (keptFrom === undefined ? [] : [words.keptOf(text, keptFrom)]));
  return html`${courseTable({ ...course, changes: shown }, (statement) => whence(document, `course-${statement}`))}
${shown.length > 0 && paragraph(words.changeRounded)}
${hidden.length > 0 && html`${paragraph(words.changeTells)}${bullets(hidden)}`}${kept.length > 0 && bullets(kept)}`;
}

function quotesIn({ quotes }: ReportDocument): Html | undefined {
  if (quotes.length === 0) return undefined;
  const shown = quotes.map((quote) => insetText({ html: html`<q>${quote}</q>` }));
  return html`${heading2(words.quotes)}${paragraph(words.quotesIntro)}${shown}`;
}

function pledgesIn({ pledges }: ReportDocument): Html | undefined {
  if (pledges.length === 0) return undefined;
  const shown = pledges.map(({ promise, evidence }) => html`<h3 class="govuk-heading-s">${promise}</h3>${paragraph(evidence)}`);
  return html`${heading2(words.pledges)}${shown}`;
}

function creditsIn({ credits }: ReportDocument): Html | undefined {
  if (credits.length === 0) return undefined;
  return html`${heading2(words.credits)}${paragraph(words.creditsIntro)}${bullets(credits)}`;
}

/** How many events and sessions the figures come from. */
export function baseSentence(document: ReportDocument): string {
  const [events, sessions] = [valueIn(document, 'events') ?? 0, valueIn(document, 'sessions') ?? 0];
  return words.sessions(words.events(sayNumber(events), events === 1), words.sessionCount(sayNumber(sessions), sessions === 1));
}

function dataOf({ edition, version, children, course }: ReportDocument): Html {
  const { data } = words;
  const files = Object.entries(data.files)
    .filter(([file]) => (file !== 'children.csv' || children) && (file !== 'course.csv' || course))
    .map(([file, text]) =>
      link(pathOf('/editions/{edition}/impact/{version}/data/{file}', { edition, version: String(version), file }), text),
    );
  const pdf = pathOf('/editions/{edition}/impact/{version}/report.pdf', { edition, version: String(version) });
  return html`${heading2(data.title)}${paragraph(data.intro)}${bullets([link(pdf, data.pdf), ...files])}`;
}

/** Says that there is no report yet. */
export function reportNotPublishedPage({ edition, programme }: Setting): string {
  return journeyPage({
    programme,
    title: words.notPublished,
    backLink: editionPath(edition),
    body: html`${insetText({ text: words.notPublishedAdvice })}${paragraph(link(editionPath(edition), words.week))}`,
  });
}

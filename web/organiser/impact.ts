import { changesIn } from '#shared/domain/disclosure/course-changes.ts';
import { gateChildren } from '#shared/domain/disclosure/gate-shares.ts';
import type { EditionTotal } from '#shared/domain/totals.ts';
import { pupilsOnce, pupilsTwice } from '#shared/domain/instruments/pupils.ts';
import type { ReportEdition } from '#shared/domain/report/items.ts';
import { preparedByItself } from '#shared/domain/report/report-edition.ts';
import { details } from '../components/details.ts';
import { type Filled, formState } from '../filled.ts';
import { form, hiddenField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { childrenTables, courseTable } from '../impact/children.ts';
import { adultsTables, headlineFigures, statementTable } from '../impact/figures.ts';
import { pathOf } from '../paths.ts';
import { reportBody } from '../report/page.ts';
import { bullets, heading2, link, paragraph } from '../prose.ts';
import { sayMoment } from '../say.ts';
import { figuresContent } from './impact.en.ts';
import { type Console, consolePage, may } from './frame.ts';
import { prepareForm, printedForm } from './report-forms.ts';
import { figureDefinitions } from '#shared/domain/report/figures.ts';

const { impact: words } = figuresContent;

type ImpactParams = Console & {
  readonly total: EditionTotal | undefined;
  readonly report: ReportEdition | undefined;
  /** The version that waits to be published, and whether whoever looks prepared it. */
  readonly waiting?: { readonly report: ReportEdition; readonly mine: boolean } | undefined;
  /** Quotes whose writers agreed, with their digests. */
  readonly quotes?: readonly { readonly id: string; readonly quote: string }[];
  readonly filled?: Filled | undefined;
};

/** The live figures, what is published, what waits for a second person, and the forms to prepare a report. */
export function organiserImpactPage({ total, report, waiting, quotes = [], filled, ...console }: ImpactParams): string {
  const state = formState(filled);
  const prepares = total && may(console, 'coordinator');
  const { edition } = console.edition;
  return consolePage(console, {
    title: words.title,
    filled,
    path: pathOf('/organiser/editions/{edition}/impact', console.edition),
    body: html`${heading2(words.live)}
${total ? html`${headlineFigures(total)}${statementTable(total)}${adultsTables(total)}${childrenNow(total)}` : paragraph(words.none)}
${heading2(words.published)}
${published(console, report)}
${waiting && waitingIn(console, waiting)}
${paragraph(link(pathOf('/organiser/editions/{edition}/surveys', { edition }), words.responses))}
${paragraph(link(pathOf('/organiser/editions/{edition}/impact/check', { edition }), words.check))}
${prepares && html`${heading2(words.prepare)}${paragraph(words.prepareAdvice)}${prepareForm(edition, quotes, state)}`}
${prepares && html`${heading2(words.elsewhere)}${paragraph(words.elsewhereAdvice)}${printedForm(edition, state)}`}`,
  });
}

/** What children said so far, hidden as in the report: organisers see no more of it than the public will. */
function childrenNow({ children = [] }: EditionTotal): Html {
  const once = children.filter(({ instrument }) => instrument === pupilsOnce.instrument);
  const courses = children.filter(({ instrument }) => instrument === pupilsTwice.instrument);
  return html`${childrenTables(once.map((one) => gateChildren(pupilsOnce, one)))}${courses.map((one) => courseTable(changesIn(pupilsTwice, one)))}`;
}

function published(console: Console, report: ReportEdition | undefined): Html {
  if (!report?.publishedAt) return paragraph(words.notPublished);
  const { edition } = console.edition;
  const see = link(pathOf('/editions/{edition}/impact', { edition }), words.see);
  return html`${paragraph(html`${words.publishedAt(sayMoment(report.publishedAt), report.version)} ${see}`)}
${may(console, 'publisher') && rowsLinks(report)}`;
}

function rowsLinks({ edition, version, document }: ReportEdition): Html {
  const printed = figureDefinitions.filter(({ figure }) => document.figures.some((one) => one.figure === figure));
  const items = printed.map(({ figure, title }) =>
    link(
      pathOf('/organiser/editions/{edition}/impact/{version}/figures/{figure}', { edition, version: String(version), figure }),
      title,
    ),
  );
  return details({ summaryText: words.rows, html: bullets(items) });
}

function waitingIn(console: Console, { report, mine }: NonNullable<ImpactParams['waiting']>): Html {
  const { edition, version, preparedAt, document } = report;
  const action = pathOf('/organiser/editions/{edition}/impact/publish', { edition });
  const body = hiddenField('version', String(version));
  const button = html`${paragraph(words.publishAdvice)}${form({ action, body, submit: words.publish(version) })}`;
  return html`${heading2(words.prepared)}
${paragraph(words.preparedAt(sayMoment(preparedAt), version))}
${report.preparedBy === preparedByItself && paragraph(words.preparedByItself)}
${details({ summaryText: words.preview, html: reportBody(document) })}
${mine ? paragraph(words.preparedByYou) : may(console, 'publisher') && button}`;
}

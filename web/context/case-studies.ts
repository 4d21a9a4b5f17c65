import { piecesOf } from '#shared/domain/context/case-study.ts';
import type { CaseStudy } from '#shared/domain/context/items.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { valueIn } from '#shared/domain/report/document.ts';
import { figureDefinitions } from '#shared/domain/report/figures.ts';
import type { ReportEdition } from '#shared/domain/report/items.ts';
import { dayInWords, londonDate } from '#shared/kernel/time.ts';
import { details } from '../components/details.ts';
import { type Filled, formState } from '../filled.ts';
import { form, numberField, textareaField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { type Console, consolePage, listTable, may } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, link, narrow, paragraph } from '../prose.ts';
import { sayValue, titleOf } from '../report/say-figure.ts';
import { sayMoment } from '../say.ts';
import { caseStudiesContent } from './case-studies.en.ts';

const { console: words, ...open } = caseStudiesContent;

type StudyParams = {
  readonly edition: Edition;
  readonly programme: Programme;
  readonly study: CaseStudy;
  readonly report: ReportEdition;
};

/** One case study, for everybody: each figure is the frozen report's own, and leads to where it comes from. */
export function caseStudyPage({ edition, programme, study, report }: StudyParams): string {
  const { document, publishedAt, preparedAt } = report;
  const paragraphs = study.text.split('\n').filter((line) => line.trim() !== '');
  return journeyPage({
    programme,
    title: study.title,
    backLink: pathOf('/editions/{edition}/context', edition),
    path: pathOf('/editions/{edition}/case-studies/{study}', study),
    body: html`${paragraphs.map((line) => paragraph(html`${piecesOf(line, document).map((piece) => pieceIn(piece, report))}`))}
${paragraph(open.of(document.editionName, document.version, dayInWords(londonDate(publishedAt ?? preparedAt))))}`,
  });
}

function pieceIn(piece: ReturnType<typeof piecesOf>[number], { document }: ReportEdition): Html {
  if ('words' in piece) return html`${piece.words}`;
  const { figure, value = 0 } = piece;
  const { edition, version } = document;
  const said = sayValue(figure, value);
  const path = pathOf('/editions/{edition}/impact/{version}/figures/{figure}', { edition, version: String(version), figure });
  return html`<a class="govuk-link" href="${path}" aria-label="${open.figure(said, titleOf(figure))}">${said}</a>`;
}

/** Links to an edition's case studies. */
export function caseStudyLinks(studies: readonly CaseStudy[]): Html | undefined {
  if (studies.length === 0) return undefined;
  const links = studies.map((one) => link(pathOf('/editions/{edition}/case-studies/{study}', one), one.title));
  return html`${heading2(open.list)}${bullets(links)}`;
}

type ListParams = Console & {
  readonly studies: readonly CaseStudy[];
  /** The report as it is published now. */
  readonly report: ReportEdition | undefined;
  readonly filled?: Filled | undefined;
};

/** The case studies of an edition, and the form for one. */
export function caseStudiesPage({ studies, report, filled, ...console }: ListParams): string {
  const { edition } = console.edition;
  const path = pathOf('/organiser/editions/{edition}/case-studies', { edition });
  const publishes = may(console, 'publisher');
  return consolePage(console, {
    title: words.title,
    path,
    filled,
    backLink: pathOf('/organiser/editions/{edition}/context', { edition }),
    body: html`${paragraph(words.intro)}
${studiesTable(studies, publishes)}
${publishes && heading2(words.write)}
${publishes && (report ? narrow(studyForm(path, report, filled)) : paragraph(words.noReport))}`,
  });
}

function studiesTable(studies: readonly CaseStudy[], publishes: boolean): Html {
  return listTable({
    name: words.title,
    none: words.none,
    head: [words.name, words.version, words.changed, ...(publishes ? [words.remove] : [])].map((text) => ({ text })),
    rows: studies.map((one) => [
      { html: link(pathOf('/editions/{edition}/case-studies/{study}', one), one.title) },
      { text: String(one.report) },
      { text: sayMoment(one.changedAt) },
      ...(publishes ? [{ html: removal(one) }] : []),
    ]),
  });
}

function removal(study: CaseStudy): Html {
  return form({
    action: pathOf('/organiser/editions/{edition}/case-studies/{study}/remove', study),
    submit: words.remove,
    submitClasses: 'govuk-button--secondary',
  });
}

function studyForm(path: string, { document }: ReportEdition, filled: Filled | undefined): Html {
  const state = formState(filled);
  const version = state.values['report'] ?? [String(document.version)];
  const figures = figureDefinitions.flatMap(({ figure, title }) => {
    const value = valueIn(document, figure);
    return value === undefined ? [] : [words.figureIs(figure, title, sayValue(figure, value))];
  });
  return form({
    action: path,
    body: html`${textField({ ...state, path: 'study', label: words.study, hint: words.studyHint, spellcheck: false })}
${textField({ ...state, path: 'title', label: words.heading })}
${details({ summaryText: words.figures, html: bullets(figures) })}
${textareaField({ ...state, path: 'text', label: words.text, hint: words.textHint, rows: 12 })}
${numberField({ ...state, values: { ...state.values, report: version }, path: 'report', label: words.reportVersion })}`,
    submit: words.keep,
  });
}

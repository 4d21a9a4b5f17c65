import type { PrintedEdition, ReportDocument } from '#shared/domain/report/items.ts';
import { allPupils, type Comparison, comparePrinted } from '#shared/domain/report/printed.ts';
import { dayInWords } from '#shared/kernel/time.ts';
import { table } from '../components/table.ts';
import { html, type Html } from '../html.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, link, paragraph } from '../prose.ts';
import { sayList, sayNumber } from '../say.ts';
import { reportContent as words } from './content.en.ts';
import { sayFigure, sayValue, titleOf } from './say-figure.ts';

/** What others printed of the same week, figure by figure, and how it stands to this report. */
export function printedElsewhere(document: ReportDocument): Html | undefined {
  if (document.printed.length === 0) return undefined;
  const { printed: text } = words;
  return html`${heading2(text.title)}
${paragraph(text.intro)}
${document.printed.map((one) => printedTable(one, document))}`;
}

function printedTable(printed: PrintedEdition, document: ReportDocument): Html {
  const { printed: text } = words;
  const name = printed.printedOn ? text.source(printed.source, dayInWords(printed.printedOn)) : printed.source;
  const rows = comparisonsWith(printed, document).map((one) => [
    { text: one.figure === allPupils ? text.allPupils : titleOf(one.figure) },
    { text: one.says },
    { text: one.other ?? words.table.notShown },
    { text: reasonOf(one, askedIn(document, one.figure)) },
  ]);
  const head = [text.figure, text.says, text.ours, text.why].map((title) => ({ text: title }));
  return html`<h3 class="govuk-heading-s">${name}</h3>
${paragraph(html`<span class="app-break app-quiet">${printed.address}</span>`)}
${table({ caption: text.ofSource(printed.source), captionClasses: 'govuk-visually-hidden', stacks: true, firstCellIsHeader: true, head, rows })}`;
}

/** A printed edition's figures beside those of a report. */
export function comparisonsWith(printed: PrintedEdition, document: ReportDocument): Comparison[] {
  return printed.figures.flatMap((one) => {
    const ours = sayFigure(document, one.figure);
    const values = new Map(ours === undefined ? [] : [[one.figure, ours] as const]);
    return comparePrinted({ figures: [one] }, values, askedIn(document, one.figure));
  });
}

function askedIn({ statements }: ReportDocument, figure: string): number {
  return statements.find(({ statement }) => figure === `statement-${statement}`)?.invited ?? 0;
}

function reasonOf({ why, possible }: Comparison, asked: number): string {
  const { printed: text } = words;
  const reason = text.reasons[why];
  if (!possible) return reason;
  const means =
    possible.length === 0 ? text.impossible(sayNumber(asked)) : text.possible(sayList(possible.map(String)), sayNumber(asked));
  return `${reason} ${means}`;
}

/** Why this version differs from the one before. */
export function changesSince({ edition, version, changes }: ReportDocument): Html | undefined {
  const { changes: text } = words;
  if (version === 1) return undefined;
  const items = changes.map(({ figure, before, after, added, removed, rulesChanged }) => {
    const moved = before !== undefined && after !== undefined && before !== after;
    const what = moved
      ? text.line(titleOf(figure), sayValue(figure, before), sayValue(figure, after))
      : text.rows(titleOf(figure));
    return [what, text.why(sayNumber(added), sayNumber(removed)), ...(rulesChanged ? [text.rules] : [])].join(' ');
  });
  const before = pathOf('/editions/{edition}/impact/{version}', { edition, version: String(version - 1) });
  return html`${heading2(text.title)}
${bullets(items)}
${paragraph(link(before, text.earlier))}`;
}

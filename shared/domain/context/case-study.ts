import { checkSentence } from '../claims/check.ts';
import { reportClaimFigures } from '../claims/report-figures.ts';
import { valueIn } from '../report/document.ts';
import type { ReportDocument } from '../report/items.ts';

/** A piece of a case study: words as they were written, or a figure that the frozen report gives. */
export type StudyPiece = { readonly words: string } | { readonly figure: string; readonly value: number | undefined };

/** The pieces of a line: `{schools}` stands for that figure of the report. */
export function piecesOf(line: string, document: ReportDocument): StudyPiece[] {
  return line.split(/(\{[a-z0-9-]{1,60}\})/).flatMap((part): StudyPiece[] => {
    if (part === '') return [];
    const figure = /^\{(.+)\}$/.exec(part)?.[1];
    return [figure === undefined ? { words: part } : { figure, value: valueIn(document, figure) }];
  });
}

/** A line with its figures in it, as plain text. */
function plainLine(line: string, document: ReportDocument): string {
  return piecesOf(line, document)
    .map((piece) => ('words' in piece ? piece.words : String(piece.value ?? '')))
    .join('');
}

/**
 * What there is to mend in a text: a figure that the report does not show, and a typed number that the report contradicts.
 * One that the report says nothing about stays: a case study tells more than figures.
 */
export function studyFaults(lines: readonly string[], document: ReportDocument): string[] {
  const unknown = lines
    .flatMap((line) => piecesOf(line, document))
    .flatMap((piece) => ('figure' in piece && piece.value === undefined ? [`The report shows no figure {${piece.figure}}`] : []));
  if (unknown.length > 0) return [...new Set(unknown)];
  const figures = reportClaimFigures(document);
  return lines
    .flatMap((line) => plainLine(line, document).split(/(?<=[.!?])\s+/))
    .flatMap((sentence) => {
      const wrong = checkSentence(sentence, figures).find(({ verdict }) => verdict === 'wrong');
      return wrong ? [`The report says otherwise: “${sentence}”. Its figure is ${wrong.says ?? 'another'}`] : [];
    });
}

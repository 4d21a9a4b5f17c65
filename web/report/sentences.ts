import type { ReportDocument } from '#shared/domain/report/items.ts';
import { reportContent as words } from './content.en.ts';
import { baseSentence, childrenSentences, headlineSentences } from './page.ts';

/** Every sentence of a report that says something of its figures: the organiser's, and those the page makes of them. */
export function reportSentences(document: ReportDocument): string[] {
  return [
    ...headlineSentences(document).map(({ number, text }) => `${number} ${text}.`),
    ...childrenSentences(document).map(({ text }) => text),
    baseSentence(document),
    ...words.rulesList,
    ...document.summary,
    ...document.pledges.map(({ evidence }) => evidence),
  ];
}

/** The sentences of a text, each by itself. */
export function sentencesIn(text: string): string[] {
  return text.split(/(?<=[.!?])\s+|\r?\n/).flatMap((one) => (one.trim() === '' ? [] : [one.trim()]));
}

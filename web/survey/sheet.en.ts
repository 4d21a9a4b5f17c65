/** The words of the schools' survey on paper, in English. */
export const surveySheetContent = {
  title: 'The questions on a sheet',
  how: 'Print this page, and answer on it. Then type your answers in by your link, or give the sheet to the organiser.',
  tick: 'Tick one box at each statement. Leave open what you cannot say.',
  notThere: 'We did not take part',
  yes: 'Yes, you may print our words',
  no: 'No, keep them for the organiser only',
  back: (organiser: string) => `Give this sheet to ${organiser}:`,
  confidential: 'Your answers are confidential. The report shows only what all schools said together.',
};

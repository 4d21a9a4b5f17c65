/** The words of the schools' survey on paper, in English. */
export const surveySheetContent = {
  title: 'The questions on a sheet',
  how: 'Print this page, and answer on it. Then type your answers in by your link, or give the sheet to the organiser.',
  tick: 'Tick one box at each statement, or leave it open. The report shows only what all schools said together.',
  notThere: 'We did not take part',
  yes: 'Yes',
  no: 'No, keep them for the organiser only',
  back: (organiser: string) => `When you are done, give this sheet to ${organiser}:`,
};

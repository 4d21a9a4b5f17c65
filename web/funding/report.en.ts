/** The words of the report to a funder, in English. */
export const reportContent = {
  title: (funder: string, year: string) => `Report to ${funder}, ${year}`,
  counted: (moment: string) => `All figures but the published ones are as they were counted on ${moment}.`,
  money: 'Money',
  deliverables: 'What was promised, and what was done',
  outputs: 'What counts for it',
  noOutputs: 'Nothing is claimed for this funder yet.',
  take: 'Take it with you',
  print: 'This page prints as it is.',
  csv: 'The same figures as a file (CSV)',
};

/** The words of case studies, in English. */
export const caseStudiesContent = {
  of: (edition: string, version: number, day: string) =>
    `The figures are those of the report of ${edition}, version ${version}. It came out on ${day}. It stays as it is.`,
  figure: (value: string, title: string) => `${value}. Where this figure comes from: ${title}`,
  list: 'Case studies',
  console: {
    link: 'Case studies',
    title: 'Case studies',
    intro: 'Tell in your own words what one school or one visit was like. Figures come from a published report by themselves.',
    none: 'No case study is held yet.',
    name: 'Case study',
    version: 'Report version',
    changed: 'Changed',
    remove: 'Take it down',
    write: 'Write a case study',
    noReport: 'Publish a report first: a case study takes its figures from one.',
    study: 'Short name for its address',
    studyHint: 'Lower-case letters, digits and hyphens. One that is held is replaced.',
    heading: 'Title',
    text: 'Text',
    textHint:
      'Each line is a paragraph. Write a figure as its name in brackets, like {schools}. Name a person only if they agreed.',
    figures: 'Figures of the report',
    figureIs: (figure: string, title: string, value: string) => `{${figure}}: ${title}, ${value}`,
    reportVersion: 'Version of the report',
    keep: 'Keep it',
    noVersion: (version: number) => `Version ${version} is not published`,
  },
};

/*
 * The 2025 week, replayed with the totals that were printed (Coventry Primary Aspirations Week 2025, the council's
 * child-friendly news page): 33 schools, 13 of them hosts, 26 organisations, 1,400+ pupils face to face, nearly 3,000
 * online; means of 5.00, 4.79 and 4.71. Which schools took part, who answered and every split below are not published:
 * they are simulated. 4.79 and 4.71 fit together only for 14, 24 or 28 answers; 28 is used.
 */
export const printed = {
  schools: 33,
  hosts: 13,
  organisations: 26,
  pupilsFaceToFace: { from: 1400, to: 1499 },
  pupilsOnline: { from: 2900, to: 2999 },
  means: { hosting: 5, enjoyed: 4.79, again: 4.71 },
} as const;

/**
 * What was printed of the week, as it was printed: by the council's child-friendly pages, and by its news.
 * The figures are taken in as editions of their own and set beside the replay's.
 */
export const printedElsewhere = [
  {
    reference: 'child-friendly-coventry',
    source: 'Child Friendly Coventry',
    address:
      'https://www.childfriendlycov.co.uk/news/pupils-get-a-taste-of-the-future-during-coventry-primary-aspirations-week-2025',
    figures: [
      'schools: 33',
      'hosts: 13',
      'organisations: 26',
      'pupils-in-all: over 4,000',
      'pupils-face-to-face: 1400+',
      'pupils-online: nearly 3000',
      'statement-hosting: 5.00',
      'statement-enjoyed: 4.79',
      'statement-again: 4.71',
    ].join('\n'),
  },
  {
    reference: 'council-news',
    source: 'Coventry City Council, news',
    address:
      'https://coventry.gov.uk/news/article/5202/coventry-schools-take-part-in-primary-aspirations-week-for-the-second-year-running',
    figures: 'pupils-face-to-face: 1000+\npupils-online: 2500+',
  },
] as const;

/**
 * The shares of pupils who reached the expected standard at the end of primary school, and what was said of them. Source:
 * One Coventry Plan, annual performance report 2024/25, education.
 */
export const performanceReport = {
  table: [
    'expected standard; Coventry; 2023; 55.6%',
    'expected standard; Coventry; 2024; 56.7%',
    'expected standard; neighbours; 2023; 57.1%',
    'expected standard; neighbours; 2024; 58.0%',
    'expected standard; England; 2023; 59.6%',
    'expected standard; England; 2024; 61.3%',
  ].join('\n'),
  sentence: 'England also increased by 1 percentage point.',
} as const;

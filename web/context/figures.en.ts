/** What indicators and their figures are called, in English: on other pages too. */
export const figuresContent = {
  indicators: {
    'ks2-expected': 'Reading, writing and maths at the end of Year 6',
    'attainment-8': 'Attainment 8',
    'progress-8': 'Progress 8',
    'good-or-outstanding': 'Pupils in good or outstanding schools',
  },
  statuses: {
    'not-held': 'not held',
    'not-published': 'not published',
    suppressed: 'hidden',
    discontinued: 'given up',
    'no-figure': 'no figure',
    published: 'published',
  },
  points: { percent: 'points', score: '' },
};

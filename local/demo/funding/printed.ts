/*
 * What the source prints of “Our Future” in Derby: “Teaching children the world is their oyster”, Children and Young People Now
 * (https://www.cypnow.co.uk/content/best-practice/teaching-children-the-world-is-their-oyster). Each figure is typed from
 * there; `id` names it in the list of printed figures that the demo is held against.
 */
export const year = '2021-22';

/** The two funders of the year and what each gave, in pounds. */
export const funders = [
  { id: 'F044', line: 'opportunity-area', funder: 'Derby Opportunity Area Board', pounds: 150_000 },
  { id: 'F045', line: 'equality-hub', funder: 'Government Equalities Office, Equality Hub', pounds: 115_000 },
] as const;

/** Figures of the same article that are no counts of anything this programme can hold, with the reason. */
export const quoted: readonly { readonly id: string; readonly printed: string | number; readonly reason: string }[] = [
  { id: 'F046', printed: 9, reason: 'A rank among all local authorities in an index of 2017, whose rows are not held.' },
  { id: 'F047', printed: 16, reason: 'Part of the definition of young people not in education, employment or training.' },
  { id: 'F048', printed: 17, reason: 'Part of the definition of young people not in education, employment or training.' },
  { id: 'F049', printed: 12, reason: 'A national count of Opportunity Areas: the system holds one place.' },
  { id: 'F050', printed: 3, reason: 'The term of a national scheme that began before anything was held here.' },
  { id: 'F051', printed: 2, reason: 'Decisions of a national scheme: no extension was made in the system.' },
  { id: 'F052', printed: '2022-08', reason: 'The end that a national scheme was given, not a day of this programme.' },
  { id: 'F053', printed: 6, reason: 'A finding of other people’s research. No child’s age is held.' },
  { id: 'F054', printed: '2019-03', reason: 'The programme was commissioned before it was run in the system.' },
];

const second = {
  source: 'Education and Employers, “Our Future Derby”, second year',
  address: 'https://www.educationandemployers.org/research/our-future-derby-new-findings-from-ground-breaking-regional-project/',
};
const third = {
  source: 'Education and Employers, career-related learning in the East Midlands, third year',
  address:
    'https://www.educationandemployers.org/research/career-related-learning-makes-an-impact-in-east-midlands-primary-schools/',
};

/** What the evaluations published, in per cent; on how many answers they did not publish. */
export const published = [
  { quote: 'any-job-2', text: 'Children who say that they can do any job', before: 68, after: 73, ...second },
  {
    quote: 'any-job-meals-2',
    text: 'The same, of children with free school meals or pupil premium',
    before: 66,
    after: 75,
    ...second,
  },
  { quote: 'same-job-2', text: 'Children who say that girls and boys can do the same job', after: 86, ...second },
  { quote: 'any-job-3', text: 'Children who say that they can do any job', before: 62, after: 74, ...third },
  { quote: 'many-jobs-3', text: 'Children who know lots of different jobs', before: 71, after: 83, ...third },
  { quote: 'parents-3', text: 'Parents, as the evaluation asked them', after: 96, ...third },
  { quote: 'teachers-3', text: 'Teachers, as the evaluation asked them', after: 100, ...third },
] as const;

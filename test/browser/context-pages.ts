import type { Page } from 'playwright-core';
import { checkFiguresFile } from './check-file.ts';
import { type City, organiserPath, post, publicPath } from './city.ts';
import { press, sent, shown, summary } from './city-page.ts';

const byOrganiser = { as: 'organiser' } as const;
const path = `${organiserPath}/context`;

/** The pages of the city's figures while none is held. */
export const emptyContext = [
  shown('the city’s figures, none held', `${publicPath}/context`, { state: 'no data' }),
  shown('organiser’s figures of the city, none held', path, { ...byOrganiser, state: 'no data' }),
  sent('figures of the city, nothing typed', path, 'Keep these figures', byOrganiser),
  shown('figures of the city, a file to bring in', `${path}/import`, byOrganiser),
  sent('figures of the city, no file chosen', `${path}/import`, 'Check the file', byOrganiser),
  { ...shown('figures of the city, a file checked', `${path}/import`, byOrganiser), act: checkFiguresFile },
  shown('careers guidance, no results held', `${path}/benchmarks`, { ...byOrganiser, state: 'no data' }),
  sent('careers guidance, no file chosen', `${path}/benchmarks`, 'Check the file', byOrganiser),
  shown('Ofsted’s judgements, none held', `${path}/judgements`, { ...byOrganiser, state: 'no data' }),
  sent('Ofsted’s judgements, nothing typed', `${path}/judgements`, 'Keep these counts', byOrganiser),
  shown('case studies, no report', `${organiserPath}/case-studies`, { ...byOrganiser, state: 'no data' }),
  shown('file of the city’s figures that has ended', `${path}/import/${'a'.repeat(20)}`, { ...byOrganiser, status: 404 }),
];

/** The same once some are held. */
export const filledContext = [
  shown('the city’s figures', `${publicPath}/context`),
  shown('organiser’s figures of the city', path, byOrganiser),
  shown('Ofsted’s judgements', `${path}/judgements`, byOrganiser),
];

/** Types two years of one indicator in. */
export async function fillContext(city: City): Promise<void> {
  const years = [
    { year: 2022, place: '53.6', neighbours: '56.2', england: '58.7' },
    { year: 2024, place: '56.7', neighbours: '58.0', england: '61.3' },
  ];
  for (const one of years) {
    const form = { indicator: 'ks2-expected', source: 'Fictional plan', address: 'https://plan.example/42', ...one };
    await post(city, path, form, city.cookies.get('organiser'));
  }
  const categories = ['quality of education', 'behaviour and attitudes', 'personal development', 'leadership and management'];
  const counts = categories.flatMap((category) => [`${category}; outstanding; 9`, `${category}; good; 31`]).join('\n');
  const judgements = { day: '2025-01-10', framework: 'judgements-2024', source: 'Fictional Office', counts };
  await post(city, `${path}/judgements`, judgements, city.cookies.get('organiser'));
}

/** Case studies, once a report is published. */
export const studyPages = [
  shown('case study', `${publicPath}/case-studies/a-morning`),
  shown('case studies', `${organiserPath}/case-studies`, byOrganiser),
  {
    ...sent('case study, a figure that is not there', `${organiserPath}/case-studies`, 'Keep it', byOrganiser),
    act: async (page: Page) => {
      await page.getByLabel('Short name').fill('cats');
      await page.getByLabel('Title').fill('Cats');
      await page.getByLabel('Text').fill('{cats} cats came.');
      await press('Keep it', summary)(page);
    },
  },
];

/** Keeps a case study of the published report. */
export async function writeStudy(city: City): Promise<void> {
  const form = { study: 'a-morning', title: 'A morning at Alder Bank', text: '{schools} schools took part.', report: 1 };
  await post(city, `${organiserPath}/case-studies`, form, city.cookies.get('organiser'));
}

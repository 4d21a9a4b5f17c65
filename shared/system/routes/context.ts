import { benchmarksForm, caseStudyForm, contextFileForm, figuresForm, judgementsForm } from '../../domain/context/forms.ts';
import { nothing, type RouteDeclaration } from './declaration.ts';

const anyone = { function: 'context', auth: 'anyone', cacheSeconds: 60 } as const;
const viewer = { function: 'context', auth: 'organiser', needs: 'viewer' } as const;
const publisher = { function: 'context', auth: 'organiser', needs: 'publisher' } as const;
const coordinator = { function: 'context', auth: 'organiser', needs: 'coordinator' } as const;

/** The city beside its programme: figures of its schools through the years, its neighbours and England. */
export const contextRoutes = {
  'GET /editions/{edition}/context': { ...anyone, summary: 'The city’s figures beside its neighbours and England' },
  'GET /editions/{edition}/context/{file}': {
    ...anyone,
    summary: 'The same as open data: `figures.csv`, `careers.csv` or `judgements.csv`',
  },
  'GET /organiser/editions/{edition}/context': { ...viewer, summary: 'Which figures of the city are held, and by what source' },
  'POST /organiser/editions/{edition}/context': {
    ...coordinator,
    summary: 'Keep one year of one indicator, typed in',
    body: figuresForm,
  },
  'GET /organiser/editions/{edition}/context/benchmarks': {
    ...viewer,
    summary: 'Which benchmarks of careers guidance each school and college meets',
  },
  'POST /organiser/editions/{edition}/context/benchmarks': {
    ...coordinator,
    upload: true,
    summary: 'Check a file of results by school and college (CSV, as `multipart/form-data`); nothing is kept yet',
    body: benchmarksForm,
  },
  'GET /organiser/editions/{edition}/context/judgements': { ...viewer, summary: 'How many schools got each of Ofsted’s grades' },
  'POST /organiser/editions/{edition}/context/judgements': {
    ...coordinator,
    summary: 'Keep how many schools got each grade on one day, in the categories of that day’s framework',
    body: judgementsForm,
  },
  'GET /editions/{edition}/case-studies/{study}': { ...anyone, summary: 'A case study with the figures of its frozen report' },
  'GET /organiser/editions/{edition}/case-studies': { ...viewer, summary: 'The case studies of an edition' },
  'POST /organiser/editions/{edition}/case-studies': {
    ...publisher,
    summary: 'Keep a case study, whose figures come from a published report',
    body: caseStudyForm,
  },
  'POST /organiser/editions/{edition}/case-studies/{study}/remove': {
    ...publisher,
    summary: 'Take a case study down',
    body: nothing,
  },
  'GET /organiser/editions/{edition}/context/import': {
    ...coordinator,
    summary: 'The form that takes a file of figures or of neighbours',
  },
  'POST /organiser/editions/{edition}/context/import': {
    ...coordinator,
    upload: true,
    summary: 'Check a file of figures or of statistical neighbours (CSV, as `multipart/form-data`); nothing is kept yet',
    body: contextFileForm,
  },
  'GET /organiser/editions/{edition}/context/import/{import}': {
    ...coordinator,
    summary: 'What a file would add and change, and what there is to mend',
  },
  'POST /organiser/editions/{edition}/context/import/{import}/confirm': {
    ...coordinator,
    summary: 'Keep what a checked file holds: all of it, or nothing',
    body: nothing,
  },
  'POST /organiser/editions/{edition}/context/import/{import}/undo': {
    ...coordinator,
    summary: 'Take back within a day what a file added and changed, if nothing of it has changed since',
    body: nothing,
  },
} as const satisfies Record<string, RouteDeclaration>;

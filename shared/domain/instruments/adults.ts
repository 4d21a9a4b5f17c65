import { adultInstruments } from './adult-names.ts';
import type { Instrument } from './instrument.ts';

const about =
  'Own wording; what to ask each of them follows “Insight briefing 3: the promise of primary” (Careers & Enterprise Company)';
const all = { scale: 'agreement', asked: 'all' } as const;

/** What volunteers are asked after their visit. */
export const volunteersSurvey = {
  instrument: adultInstruments.volunteers,
  version: 1,
  title: 'How was your visit?',
  audience: 'volunteers',
  rounds: ['once'],
  languages: ['en'],
  source: about,
  statements: [
    { id: 'ready', text: 'I felt ready for my sessions', ...all },
    { id: 'welcome', text: 'The school made me welcome', ...all },
    { id: 'questions', text: 'The children could ask me their questions', ...all },
    { id: 'again', text: 'I want to do this again', ...all },
  ],
} as const satisfies Instrument;

/** What parents and carers are asked. */
export const parentsSurvey = {
  instrument: adultInstruments.parents,
  version: 1,
  title: 'What did you hear at home?',
  audience: 'parents',
  rounds: ['once'],
  languages: ['en'],
  source: about,
  statements: [
    { id: 'told', text: 'My child told me about the visitors', ...all },
    { id: 'more-jobs', text: 'My child knows about more jobs now', ...all },
    { id: 'any-job', text: 'My child can have any job they work for', ...all },
    { id: 'talk', text: 'We talk more at home about jobs and school', ...all },
  ],
} as const satisfies Instrument;

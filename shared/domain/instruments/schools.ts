import type { Instrument } from './instrument.ts';

/** The schools' survey of 2025. */
export const schoolsSurvey = {
  instrument: 'schools',
  version: 1,
  title: 'How was it?',
  audience: 'schools',
  rounds: ['once'],
  languages: ['en'],
  source: 'Coventry Primary Aspirations Week 2025, as the council’s child-friendly news page prints its statements',
  statements: [
    {
      id: 'hosting',
      text: 'Hosting an event was a positive experience for our school',
      scale: 'agreement',
      asked: 'hosts',
    },
    { id: 'enjoyed', text: 'The children really enjoyed themselves', scale: 'agreement', asked: 'all' },
    { id: 'again', text: 'We want to be involved in similar events in future', scale: 'agreement', asked: 'all' },
  ],
} as const satisfies Instrument;

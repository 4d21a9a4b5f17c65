import { scales } from '#shared/domain/instruments/scales.ts';

/** The words of the parents' survey, in English. */
export const parentsContent = {
  lead: 'Visitors from the world of work met your child’s class. Say how much you agree. It takes a minute.',
  private: [
    'We do not ask who you are, or who your child is. We keep no name, no address and nothing about your phone.',
    'The report adds up what many parents said. It shows no answer by itself.',
    'You cannot change your answers once you have sent them. Please answer once for each child.',
  ],
  scale: scales.agreement.words,
  send: 'Send your answers',
  nothing: 'Answer at least one statement',
  ends: {
    thanks: { title: 'Thank you', advice: 'We have your answers.' },
    closed: {
      title: 'This survey has closed',
      advice: 'The school has ended it, or its last day has gone by. Thank you all the same.',
    },
    full: {
      title: 'All the answers are in',
      advice: 'We take about one answer for each child of the class. If you have not answered yet, tell the school.',
    },
  },
};

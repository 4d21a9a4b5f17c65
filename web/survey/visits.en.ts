import { scales } from '#shared/domain/instruments/scales.ts';

/** The words of the visitors' survey, in English. */
export const visitsContent = {
  title: 'How was your visit?',
  about: (event: string) => `How was your visit? ${event}`,
  lead: 'Say how much you agree. Each answer you send counts, even if you leave others open.',
  confidential: 'Your answers are confidential. The report says only what all of you said together.',
  until: (day: string) => `You can answer until ${day}. You can then change your answers for 14 days.`,
  changeUntil: (day: string) => `You can change your answers until ${day}. The organiser may end the survey sooner.`,
  scale: scales.agreement.words,
  send: 'Send your answers',
  place: 'Back to your place',
  list: {
    lead: 'Answer for each visit, one at a time.',
    none: 'We have not asked you yet. We ask by email, once the pupils of your visit were counted.',
    answer: 'Answer',
    change: 'Change',
    look: 'Look',
    about: (event: string) => `about ${event}`,
    answered: 'Answered',
    open: 'Not answered yet',
    others: 'Your other visits',
  },
  closed: 'This survey has closed',
  held: 'Your answers',
  left: 'Left open',
  notHeld: 'We have no answers from you about this visit.',
  thanks: { title: 'Thank you', body: 'We have your answers.', change: 'Look at your answers or change them' },
};

/** The words of the page on which an organiser asks people to an event until there are enough, in English. */
export const askContent = {
  way: 'Ask people until there are enough',
  title: (event: string) => `Ask people to “${event}”`,
  how: [
    'We ask one group after another. As soon as enough have said yes, we stop, and tell the others that they need not come.',
    'If too few say yes in time, or people give their place back, we ask the next group by ourselves.',
  ],
  rule: (hours: string, most: string, days: string) =>
    `Each group has ${hours} hours to answer. Nobody is asked more than ${most} times in ${days} days.`,
  kinds: { volunteer: 'Volunteers', organisation: 'Organisations' },
  other: { volunteer: 'Ask organisations instead', organisation: 'Ask volunteers instead' },
  tiers: ['First: no place yet', 'Second: one or two places', 'Third: more places'],
  nobody: 'Nobody else who offered this half-day can be asked.',
  left: (busy: string, often: string) =>
    `Not in the list: ${busy} who are busy that day, and ${often} who were asked often enough.`,
  needed: 'How many do you need, with those you asked here who have said yes?',
  leaveOut: 'Leave out',
  begin: 'Begin to ask',
  again: 'Ask again',
  closed: 'Nobody can be asked to this event any more.',
  stands: {
    open: (yes: string, needed: string) => `${yes} of ${needed} have said yes. We go on asking.`,
    full: (yes: string, needed: string) => `${yes} of ${needed} have said yes. That is enough, so we stopped.`,
    spent: (yes: string, needed: string) => `${yes} of ${needed} have said yes, and there is nobody left to ask.`,
    stopped: (yes: string, needed: string) => `${yes} of ${needed} have said yes. Asking has stopped.`,
  },
  until: (moment: string) => `The next group is asked on ${moment}, or sooner if all have answered.`,
  asked: 'Who was asked',
  columns: { when: 'When', who: 'Who', answer: 'Answer' },
  notNeeded: 'Not needed any more',
  stop: 'Stop asking',
  stopAdvice: 'Those who were asked can still answer.',
  back: 'Back to the event',
};

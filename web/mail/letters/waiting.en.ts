/** The words of the letters about waiting lists, in English. */
export const waitingMails = {
  group: 'Your group',
  until: 'We hold them until',
  button: 'See how you stand',
  waiting: {
    subject: (title: string, when: string) => `You asked for places: ${title}, ${when}`,
    preheader: 'Your school is on the list. We write to you when there are places for your whole group.',
    heading: 'You asked for places',
    says: [
      'When there are places for your whole group and it is your turn, we hold them for you and write to you.',
      'We never split a group. The list and the reasons for its order are behind this button.',
    ],
  },
  offered: {
    subject: (pupils: string, title: string, when: string) => `Places for ${pupils}: ${title}, ${when}. Please say yes or no`,
    preheader: 'It is your turn. We hold these places for you for a short time.',
    heading: 'There are places for you',
    says: [
      'It is your turn on the list, and your whole group fits. Press the button, choose this event, and say yes or no.',
      'If we do not hear from you in time, the places go to the next school.',
    ],
    button: 'Say yes or no',
  },
  lapsed: {
    subject: (title: string, when: string) => `The places went to the next school: ${title}, ${when}`,
    preheader: 'We did not hear from you in time.',
    heading: 'The places went to the next school',
    says: ['We did not hear from you in time, so the places went to the next school. You can ask again.'],
  },
  left: {
    subject: (title: string, when: string) => `You left the list: ${title}, ${when}`,
    preheader: 'You do not wait for these places any more.',
    heading: 'You left the list',
    says: ['You do not wait for places at this event any more. You can ask again at any time.'],
  },
};

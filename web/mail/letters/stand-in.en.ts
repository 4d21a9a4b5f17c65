/** The words of the letters to whoever stands in for a professional, in English. */
export const standInMails = {
  named: {
    subject: (title: string, when: string) => `You stand in if somebody cannot come: ${title}, ${when}`,
    preheader: 'You are named as a substitute. Keep the time free; you come only if we write again.',
    heading: 'You are named to stand in',
    says: [
      'Somebody else is to come to this session. You come only if they cannot.',
      'We then write to you again, with an invitation for your calendar. Please keep the time free until then.',
      'Can you not? Reply to this email, and we ask somebody else.',
    ],
  },
  freed: {
    subject: (title: string, when: string) => `You need not stand in: ${title}, ${when}`,
    preheader: 'Somebody else is now named as the substitute. You need do nothing.',
    heading: 'You need not stand in any more',
    says: ['Somebody else now stands in at this session. You need not keep the time free. Thank you for your offer.'],
  },
  button: 'See your places',
};

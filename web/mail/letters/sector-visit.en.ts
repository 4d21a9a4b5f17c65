/** The words of the letters to whoever comes to a sector session, in English. */
export const sectorVisitMails = {
  what: 'Session',
  sector: 'Sector',
  minutes: 'Minutes',
  day: 'Day',
  school: 'School',
  pupils: 'Pupils expected',
  contact: 'Whom to ask at the school',
  email: 'Their email',
  telephone: 'Their telephone',
  noTelephone: 'We have no number',
  matched: {
    subject: (title: string, day: string) => `You come to a school: ${title}, ${day}`,
    preheader: 'An organiser put you down for a session at a school. Here is when, where and whom to ask.',
    heading: 'You come to a session at a school',
    says: [
      'An organiser put you down for this session. Agree the time of day with the school.',
      'Can you not come? Reply to this email soon, and we ask somebody else.',
    ],
  },
  replaced: {
    subject: (title: string, day: string) => `Somebody else comes now: ${title}, ${day}`,
    preheader: 'You are not expected at this session any more. You need do nothing.',
    heading: 'Somebody else comes to this session',
    says: ['You are not expected there any more, and need do nothing. Is this a mistake? Reply to this email.'],
  },
  cancelled: {
    subject: (title: string, day: string) => `Called off: ${title}, ${day}`,
    preheader: 'A session that you were to come to is called off. You are not expected.',
    heading: 'This session is called off',
    says: ['You are not expected at the school, and need do nothing. Thank you for your offer.'],
  },
  button: 'See what we hold',
  toSchool: {
    who: 'Who comes',
    button: 'See your place',
    contact: 'Their contact',
    matched: {
      subject: (title: string, day: string) => `Somebody comes to your school: ${title}, ${day}`,
      preheader: 'We found somebody for the session that you asked for. Here is who comes.',
      heading: 'Somebody comes to your school',
      says: [
        'We found somebody for the session that you asked for. They know how to reach you, and agree the time of day with you.',
        'Does it not suit you any more? Press the button and call it off.',
      ],
    },
    cancelled: {
      subject: (title: string, day: string) => `Called off: ${title}, ${day}`,
      preheader: 'The session that you asked for is called off. You can ask for another.',
      heading: 'This session is called off',
      says: [
        'The organiser called this session off. Press the button to ask for another. Is this a mistake? Reply to this email.',
      ],
    },
  },
};

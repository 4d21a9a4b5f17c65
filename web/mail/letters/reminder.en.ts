/** The words of the reminder that an organiser sends, in English. What a stranger typed does not stand in it. */
export const reminderMails = {
  confirm: {
    subject: (what: string) => `Still to confirm: ${what}`,
    preheader: 'One step is missing: press the button to confirm.',
    heading: 'One step is missing',
    school: (school: string) => `We have a registration of ${school}. It has not been confirmed yet.`,
    organisation: 'We have a sign-up of your organisation. It has not been confirmed yet.',
    volunteer: 'We have your sign-up as a volunteer. It has not been confirmed yet.',
    why: 'Only once you confirm can the organiser plan with you.',
    button: 'Look at it and confirm',
  },
  answer: {
    subject: (edition: string) => `Can you come? Your answer for ${edition}`,
    preheader: 'You are offered a place and have not answered yet. Yes or no, it takes a minute.',
    heading: 'Can you come?',
    offered: (places: number) =>
      places === 1
        ? 'You are offered a place, and have not answered yet.'
        : `You are offered ${places} places, and have not answered yet.`,
    why: 'A no helps as well: the organiser then asks somebody else in time.',
    button: 'Say yes or no',
  },
  notYou: 'Was this not you? Then you need do nothing. Without the button, nothing is confirmed.',
  rightPerson: 'Is this not for you? Reply to this email.',
};

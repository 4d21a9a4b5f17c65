/** The words of fields that several forms share, in English. */
export const fieldsContent = {
  contact: {
    heading: 'About you',
    name: 'Your name',
    jobTitle: 'Your job title',
    email: 'Your email address',
    emailHint: 'We send the link to this address. Please check it.',
    telephone: 'Your telephone number',
    telephoneHint: 'For the organiser and for those you meet, if something changes on the day.',
  },
  halfDaysHint: 'Choose all that suit you.',
  cohortsHint: 'Enter numbers of pupils. Leave the others empty. Never enter a child’s name.',
  needsHint: 'Do not name any child.',
  safeguarding: {
    heading: 'Keeping children safe',
    statements: {
      rules: {
        one: 'I will follow the school’s safeguarding rules.',
        everyone: 'Everyone who comes will follow the school’s safeguarding rules.',
      },
      neverAlone: { one: 'I will never be alone with children.', everyone: 'Nobody who comes will ever be alone with children.' },
      photoId: { one: 'I will bring photo ID.', everyone: 'Everyone who comes will bring photo ID.' },
      noDbsCopy: {
        one: 'I know that nobody here asks me for a copy of a DBS certificate.',
        everyone: 'We know that nobody here asks us for a copy of a DBS certificate.',
      },
    },
  },
  colleagues: {
    label: 'Who comes with you?',
    hint: 'Enter their email addresses, now or later. Once you have confirmed, we ask each of them to sign up.',
    person: (number: number) => `Email address of person ${number}`,
  },
  contactUs: 'Ask the organiser',
};

/** The words of fields that several forms share, in English. */
export const fieldsContent = {
  contact: {
    heading: 'About you',
    name: 'Your name',
    jobTitle: 'Your job title',
    email: 'Your email address',
    emailHint: 'We send the link to this address. Please check it.',
    telephone: 'Your telephone number',
    telephoneHint: 'For the organiser, if something changes on the day.',
  },
  halfDaysHint: 'Choose all that suit you.',
  cohortsHint: 'Enter numbers of pupils. Leave the others empty. Never enter a child’s name.',
  needsHint: 'Do not name any child.',
  contactUs: 'Ask the organiser',
};

/** The words of a volunteer's sign-up, in English. */
export const volunteersContent = {
  title: 'Sign up as a volunteer',
  intro: 'Help children see what they could become. You can come with your organisation, or on your own.',
  withOrganisation: 'You sign up with the organisation that sent you this link.',
  alone: 'Sign up without it',
  organisationName: 'Where do you work?',
  organisationNameHint: 'Leave this empty if you come on your own.',
  offerHeading: 'How you can help',
  halfDays: 'Which half-days suit you?',
  offer: 'What would you like to do?',
  offerHint: 'For example talk about your job, show your tools, or help on the day.',
  send: 'Send your sign-up',
  next: 'We then send you an email with a link. Press the button in it to confirm.',
  closed: 'Sign-up has closed',
  closedAdvice: 'Have you signed up already? Then use the link in our email.',
};

/** The words of the mail that invites somebody to sign up, in English. */
export const signUpInvitationMails = {
  subject: {
    first: (edition: string) => `Will you take part? ${edition}`,
    again: (edition: string) => `Still time to take part: ${edition}`,
  },
  preheader: (closes: string) => `Sign up by ${closes}, or tell us no. Either takes a few minutes.`,
  heading: { first: 'Will you take part?', again: 'There is still time to take part' },
  reminded: 'We wrote to you before and have not heard from you.',
  ask: {
    school: (called: string, city: string, when: string) =>
      `We would like ${called} to take part in ${city}’s careers week for primary schools. It is ${when}.`,
    organisation: (called: string, city: string, when: string) =>
      `Would ${called} meet primary school children in ${city}? You show them what you do. It is ${when}.`,
    volunteer: (_: string, city: string, when: string) =>
      `Would you meet primary school children in ${city}, and tell them about your work? It is ${when}.`,
  },
  begun: 'You took part last time. The form begins with what you told us then; you only check it and add your dates.',
  fresh: 'The form asks a few questions. You can stop and come back.',
  until: (closes: string) => `You can sign up until ${closes}.`,
  button: 'Take part, or say no',
  no: 'Not this time? The same button lets you say so, or ask us not to invite you again.',
};

/** What a changed rotation is told by, in English: on the organiser's preview and in the letters alike. */
export const rotationNews = {
  whenGroup: (group: number, time: string) => `Group ${group}, ${time}`,
  was: (now: string, before: string) => `${now} (before: ${before})`,
  lost: (group: number) => `Group ${group} does not meet`,
  subject: {
    host: (title: string) => `Changed today at your school: ${title}`,
    school: (title: string) => `Changed today for your pupils: ${title}`,
    visitor: (title: string) => `Changed today for you: ${title}`,
    standIn: (title: string) => `You step in today: ${title}`,
  },
  preheader: 'The rotation has changed today. This is what is new for you.',
  heading: 'Your rotation has changed',
  headingStandIn: 'Thank you for stepping in',
  host: 'Please tell whoever is at the doors. The day sheet and door signs by this link are the new ones.',
  school: 'Please tell the adults who lead these groups. Your other groups go on as planned.',
  visitor: 'Everything else stays as it was. Your card by this link is the new one.',
  standIn: 'This is your part of the morning or afternoon. Your card by this link says who leads each group.',
  button: { host: 'See the new cards', school: 'See the new cards', visitor: 'See your card' },
};

/** The words of the start page and of an edition's page, in English. */
export const startContent = {
  start: {
    title: 'Careers weeks for primary schools',
    lead: 'Children meet people at work and see what they could become. Schools, organisations and volunteers sign up here.',
    choose: 'Choose your week',
    none: 'No week is planned yet. Please come back later.',
    organisers: 'Organisers:',
    signIn: 'sign in',
  },
  edition: {
    lead: (city: string) =>
      `In one week, primary pupils in ${city} meet people from many kinds of work. They learn what the jobs are like and what they could become.`,
    trial: 'You are trying a draft, which only its team can see. Nothing is mailed: emails wait in the outbox.',
    when: 'When',
    signUp: 'Sign up',
    signUpDays: (opens: string, closes: string) => `From ${opens} until the end of ${closes}`,
    organiser: 'Organiser',
    takePart: 'Take part',
    free: 'You need no account and no password. It takes about 3 minutes.',
    notYet: 'You cannot sign up yet',
    notYetDetail: (day: string) => `Sign-up opens on ${day}. Please come back then.`,
    closed: 'Sign-up has closed',
    closedDetail:
      'Have you signed up already? Then use the link in our email. Otherwise, write to the organiser, whose address is at the foot of this page.',
    schools: 'Register your school',
    schoolsDetail: 'Host an event, bring pupils to one, or join online. You need the number of pupils in each year group.',
    organisations: 'Sign up your organisation',
    organisationsDetail: 'Offer a session about what you do, in a school, at your own site or online.',
    volunteers: 'Sign up as a volunteer',
    volunteersDetail: 'Help with your organisation, or on your own.',
    impact: 'See what the week achieved',
    context: (city: string) => `How schools in ${city} do, in figures`,
    impactDetail: 'The report is published.',
  },
};

import type { JourneyKind, StepName } from '#shared/domain/journeys.ts';

/** The words of the journeys' own pages, in English. The fields' words stand with each form. */
export const journeysContent = {
  start: {
    titles: {
      school: 'Is this your school?',
      organisation: 'Sign up your organisation',
      volunteer: 'Sign up as a volunteer',
    } satisfies Record<JourneyKind, string>,
    lead: {
      school: 'We ask one thing at a time. It takes about 3 minutes.',
      organisation: 'Show children what you do. We ask one thing at a time. It takes about 4 minutes.',
      volunteer: 'Help children see what they could become. We ask one thing at a time. It takes about 3 minutes.',
    } satisfies Record<JourneyKind, string>,
    needHeading: 'What you need',
    need: {
      school: [
        'the number of pupils in each year group who would take part',
        'the half-days that suit your school',
        'the number of pupils your hall holds, if you would like to host',
      ],
      organisation: ['the half-days that suit you', 'how many pupils you can take', 'the year groups your session suits'],
      volunteer: ['the half-days that suit you', 'your email address'],
    } satisfies Record<JourneyKind, readonly string[]>,
    visitHeading: 'What a visit is',
    visit:
      'You meet a group of pupils aged 4 to 11, in their school, at your own site or online. A teacher is always with them. You show or tell them what you do.',
    neverHeading: 'What we never ask for',
    never: 'Never send us a copy of a DBS certificate, or the name of any child.',
    closes: (day: string) => `You can sign up until ${day}.`,
    onOnePage: 'You can also answer all questions on one page',
    kept: 'We keep your answers in this browser for 7 days, until you send them.',
    begin: { school: 'Yes, register this school', organisation: 'Start now', volunteer: 'Start now' } satisfies Record<
      JourneyKind,
      string
    >,
    otherSchool: 'Choose another school',
    chooseFirst: 'Choose your school first',
    chooseFirstAdvice: 'We need to know which school you register.',
    choose: 'Find your school',
    registered: (day: string) =>
      `Somebody from this school registered on ${day}. Was it you? Then use the link in our email. Only one of you can hold the school’s place.`,
    withOrganisation: 'You sign up with the organisation that sent you this link.',
    alone: 'Sign up without it',
    underWay: 'You have begun already in this browser.',
    goOn: 'Go on with your answers',
    sent: (reference: string) =>
      `You have sent your answers. Your reference is ${reference}. You can start again for somebody else here.`,
  },
  steps: {
    you: 'How can we reach you?',
    'take-part': 'How will your school take part?',
    hosting: 'How many pupils does your hall hold?',
    pupils: 'How many pupils will take part?',
    'half-days': 'Which half-days suit you?',
    needs: 'Is there anything we should know?',
    organisation: 'What is your organisation?',
    session: 'What would you like to offer?',
    'how-much': 'How many pupils can you take?',
    people: 'Who comes with you?',
    safeguarding: 'Can you say yes to each of these?',
    credit: 'May we name your organisation in public?',
    'with-whom': 'Where do you work?',
    offer: 'What would you like to do?',
  } satisfies Record<StepName, string>,
  hints: {
    hosting: 'You said that you can host an event.',
    halfDays: 'Choose “any”, or all those that suit you.',
    anyHalfDay: 'Any half-day',
    or: 'or',
    safeguarding: 'A school tells you its rules before you come. It decides what it checks.',
  },
  continue: 'Continue',
  forget: {
    heading: 'Not you?',
    advice: 'Delete these answers from this browser if they are not yours, or to begin anew.',
    button: 'Delete and start again',
  },
  check: {
    title: 'Check your answers',
    email: 'We send a link to this address. Is it right?',
    change: 'Change',
    send: {
      school: 'Send the registration',
      organisation: 'Send your sign-up',
      volunteer: 'Send your sign-up',
    } satisfies Record<JourneyKind, string>,
    next: 'We then send you an email with a link. Press the button in it to confirm.',
    left: 'Left empty',
    school: 'School',
    organisation: 'Organisation',
    organisationLink: 'The one that sent you the link',
  },
  sent: {
    another: {
      school: 'Register another school',
      organisation: 'Sign up another organisation',
      volunteer: 'Sign up another volunteer',
    } satisfies Record<JourneyKind, string>,
    colleaguesHeading: 'Are colleagues coming with you?',
    colleagues: 'Send them this link, so that each can sign up:',
    invited: 'Did you tell us who they are? Then we write to each of them once you have confirmed.',
  },
  closed: {
    title: {
      school: 'Registration has closed',
      organisation: 'Sign-up has closed',
      volunteer: 'Sign-up has closed',
    } satisfies Record<JourneyKind, string>,
    notYet: 'You cannot sign up yet',
    notYetAdvice: (day: string) => `Sign-up opens on ${day}. Please come back then.`,
    advice: 'Have you sent your answers already? Then use the link in our email.',
    late: 'Otherwise, write to the organiser. Their address is at the foot of this page.',
  },
  noDraft: {
    title: 'Your answers are no longer here',
    why: 'We keep answers for 7 days, and only in the browser you began in. Or you have deleted them.',
    begin: 'Start again',
  },
  otherDraft: {
    title: 'This page is from earlier answers',
    why: 'The answers that this page belonged to were deleted. We have not kept what you sent just now.',
    goOn: 'Go on with the answers of now',
  },
};

import type { RetentionKey } from '#shared/domain/retention.ts';
import type { CookieKey } from '#shared/system/cookies.ts';
import { link } from '../prose.ts';

/** The words of the pages that say who we are and what can be trusted, in English. */
export const trustContent = {
  accessibility: {
    title: 'Accessibility statement',
    intro: 'We want everybody to be able to use these pages. You should be able to:',
    abilities: [
      'use every form with a keyboard only, or with speech recognition',
      'use every form with JavaScript turned off',
      'zoom to 400% and read on a phone without scrolling sideways',
      'choose dark colours or high contrast in your device, and see them here',
      'listen to every page with a screen reader',
    ],
    howAccessible: 'How accessible it is',
    knownProblems:
      'We aim to meet level AA of the Web Content Accessibility Guidelines, version 2.2. We know of no part that fails it.',
    feedback: 'Tell us about a problem',
    feedbackHow: 'Say which page it was and what you use, such as a screen reader.',
    feedbackFormat: 'You can also ask for what a page says in another format, such as large print or audio.',
    feedbackWhen: 'You will get an answer within 10 working days.',
    enforcement: 'If you are not happy with our answer',
    enforcementFixed:
      'The Equality and Human Rights Commission (EHRC) is responsible for enforcing the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 (the ‘accessibility regulations’). If you’re not happy with how we respond to your complaint, contact the Equality Advisory and Support Service (EASS).',
    enforcementLink: link('https://www.equalityadvisoryservice.com/', 'Go to the Equality Advisory and Support Service'),
    technical: 'What the law asks us to say',
    commitmentFixed:
      'The organiser is committed to making this website accessible, in accordance with the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018.',
    status: 'How far we meet the guidelines',
    statusSays:
      'Our tests found no failure of the guidelines at level AA. Disabled people have not yet tested these pages for us.',
    tested: 'How we tested it',
    testedSays: 'Automatic tests open our pages in a real browser. They run before every release:',
    tests: [
      'axe-core checks the rules of WCAG 2.2 at levels A and AA, and its own best practice',
      'html-validate checks that the pages are correct HTML',
      'Playwright fills in the forms by keyboard, with JavaScript on and off',
      'we look at a wide screen and at 320 pixels, in light, dark and forced colours',
      'each part of a page is compared with the examples of GOV.UK Frontend',
    ],
    testedLimits: 'Automatic tests find only some problems. Tell us about those they miss.',
    prepared: (date: string) => `We wrote this page on ${date}, and tested all pages that day.`,
  },
  privacy: {
    title: 'Privacy notice',
    intro: 'This notice is for the adults who register a school, offer sessions, volunteer or answer a survey.',
    forChildren: link('/privacy/children', 'We have another notice for children'),
    who: 'Who decides',
    whoSays:
      'The organiser of the programme decides how your information is used. In law, that makes it the controller. It is most often a council, and our emails name it.',
    neverAsked: 'What we never ask for',
    neverAskedSays: 'We never ask for the name of a child, or for anything about one child. Do not write it in a text box.',
    why: 'Why we may use it',
    whySays: 'We need it to run the programme. This is a task in the public interest (Article 6(1)(e) of the UK GDPR).',
    what: 'What we keep, why and how long',
    whatSays: 'We keep only what you type in, and what became of it. Closing is the day on which the survey of the schools ends.',
    columns: { what: 'What', why: 'Why', kept: 'Kept for' },
    survey: 'The survey of the schools',
    surveySays: [
      'We keep your answers safe, but they are not anonymous. The organiser can see which school answered.',
      'The report shows answers only as totals. It shows a quote only if you agreed.',
    ],
    sees: 'Who sees it',
    seesSays: [
      'The organiser sees all of it. A school and an organisation that meet at an event see each other’s names and plans. For a session that a school asked for, its visitor can write to it.',
      'It is kept in the United Kingdom, on computers of Amazon Web Services. They also send our emails. Nobody else gets it, and nobody sells it.',
    ],
    rights: 'Your rights',
    rightsSays: 'You can ask to see what we hold about you. You can ask us to correct it, to delete it, or to stop using it.',
    rightsWhen: 'You will get an answer within one month.',
    complain: link('https://ico.org.uk/make-a-complaint/', 'You can also complain to the Information Commissioner’s Office'),
  },
  retention: {
    contact: { what: 'Your name, job title and work email', why: 'to plan with you, and to ask you how it went' },
    telephone: { what: 'Your telephone number', why: 'to reach you on the day' },
    arrangements: { what: 'What a group or a session needs', why: 'to get the room ready' },
    offers: { what: 'What you wish for or offer', why: 'to find events that suit you' },
    notes: { what: 'Notes that organisers write about working with you', why: 'so that you need not say things twice' },
    quotes: { what: 'What you wrote in the survey', why: 'to learn how it went' },
    mails: { what: 'Which emails we sent you, and if they reached you', why: 'to send each one once' },
    courses: { what: 'The key to what a child said before and after a course', why: 'to compare the two' },
    enquiries: { what: 'Who asked for a course, and what was said about it', why: 'to answer the school' },
    drafts: { what: 'A form you have begun but not sent', why: 'so that you can come back to it' },
    lostLinks: { what: 'An address that asked for its link', why: 'to send the link' },
    handOvers: { what: 'Whom you took over from', why: 'to tell them that it is done' },
    sending: { what: 'A code made from a form you sent', why: 'so that nobody can fill your inbox' },
    organisers: { what: 'The name and address of a signed-in organiser', why: 'to know who did what' },
    teams: { what: 'Who is an organiser, and what they may do', why: 'to let the right people in' },
    backups: { what: 'Copies of all this', why: 'to put right what we lose' },
  } satisfies Record<RetentionKey, { what: string; why: string }>,
  children: {
    title: 'Your privacy',
    says: [
      'We want to know what you think of the week.',
      'We do not ask your name. We do not know who you are.',
      'We add up what all the children say.',
      'We show how many children like a thing. We do not show what you said.',
      'You can skip a question. You can stop when you like.',
      'Do you want to know more? Ask your teacher.',
    ],
  },
  cookies: {
    title: 'Cookies',
    intro: [
      'Cookies are small files that a website keeps in your browser.',
      'We use only those that the service needs to work. So we do not ask you to agree to any.',
    ],
    after: [
      'On the day of an event a tablet without a network keeps the numbers you press, until they are sent.',
      'We do not count visits. We do not follow you, and nothing on these pages comes from another company.',
    ],
    lasts: (words: string) => `Lasts ${words}.`,
    why: {
      link: 'Remembers that you opened a link from our email.',
      draftSchool: 'Remembers the form of a school that you have begun.',
      draftOrganisation: 'Remembers the form of an organisation that you have begun.',
      draftVolunteer: 'Remembers the form of a volunteer that you have begun.',
      signIn: 'Ties the sign-in of an organiser to the browser that began it.',
      organiser: 'Keeps an organiser signed in.',
    } satisfies Record<CookieKey, string>,
  },
  contact: {
    title: 'Contact',
    programme: 'Ask about a programme',
    programmeSays: [
      'Each programme has its own organiser. Their name and address stand at the foot of its pages, and in each email from us.',
      link('/', 'Choose your programme'),
    ],
    link: 'Lost your link',
    linkSays: 'Look for our newest email first. Its link still works. If you cannot find it, write to the organiser.',
    site: 'Tell us that a page does not work',
    siteSays: 'Say which page it was, what you did and what happened.',
    security: 'Report a weakness in our security',
    securitySays:
      'Tell us before you tell others, and do not look at or change what belongs to other people. We will thank you, and we will not take you to court for it.',
  },
  ask: 'Write to the organiser. Our emails to you and the pages of the programme say how.',
  writeTo: 'Write to',
};

/** The languages pages can be shown in. */
export type Language = 'en';

const english = {
  description: 'Schools, organisations and volunteers take part in careers weeks for primary schools here.',
  skip: 'Skip to main content',
  back: 'Back',
  error: 'Error:',
  errorSummary: 'There is a problem',
  optional: '(optional)',
  navigation: 'Menu',
  contact: 'Questions? Ask',
  contactPage: 'Contact',
  accessibility: 'Accessibility statement',
  privacy: 'Privacy',
  cookies: 'Cookies',
  continue: 'Continue',
  trap: 'Leave this empty',
  notSent:
    'We could not reach the service. Your answers are still on this page. Check your connection, then send them again. We keep only one copy.',
} as const;

/** The words that every page shares; a language with one missing does not compile. */
export type Words = { readonly [K in keyof typeof english]: string };
const all: Readonly<Record<Language, Words>> = { en: english };

/** The shared words in one language. */
export function wordsIn(language: Language): Words {
  return all[language];
}

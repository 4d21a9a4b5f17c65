import { summaryList } from '../components/summary-list.ts';
import { html, type Html } from '../html.ts';
import { page } from '../layout.ts';
import type { PublicContact, Theme } from '../theme.ts';

/** Who stands behind the pages, where one organiser runs the whole installation. */
export type StaticPageParams = {
  readonly theme?: Theme | undefined;
  /** Whom to ask about accessibility and personal data; by default the organiser named in each email. */
  readonly contact?: PublicContact | undefined;
};

/** The day the accessibility statement was last prepared. Move it when the tests or the statement change. */
const accessibilityReviewed = '22 November 2026';

/** What was tested, how, and what is not known. */
export function accessibilityPage({ theme, contact }: StaticPageParams = {}): string {
  return page({
    title: 'Accessibility statement',
    heading: 'Accessibility statement',
    path: '/accessibility',
    theme,
    body: html`${paragraphs('We want everybody to be able to use these pages. You should be able to:')}
${bullets([
  'use every form with a keyboard only, or with speech recognition',
  'use every form with JavaScript turned off',
  'zoom to 400% and read on a phone without scrolling sideways',
  'choose dark colours or high contrast in your device, and see them here',
  'listen to every page with a screen reader',
])}
${section('How accessible it is', ['We aim to meet level AA of the Web Content Accessibility Guidelines, version 2.2. We know of no part that fails it.'])}
${section('How we tested it', ['Automatic tests open our pages in a real browser. They run before every release:'])}
${bullets([
  'axe-core checks the rules of WCAG 2.2 at levels A and AA, and its own best practice',
  'html-validate checks that the pages are correct HTML',
  'we test on a wide screen and at 320 pixels, in light, dark and forced colours',
  'each part of a page is compared with the examples of GOV.UK Frontend, which is tested with assistive technology',
])}
${paragraphs('Automatic tests find only some problems. People with disabilities have not yet tested this service for us.')}
${section('Tell us about a problem', [ask(contact, 'Say which page it was and what you use, such as a screen reader. We will also send you the information in another format if you need it.')])}
${section('If you are not happy with our answer', [
  html`The Equality and Human Rights Commission enforces the accessibility regulations. Contact the <a class="govuk-link" href="https://www.equalityadvisoryservice.com/">Equality Advisory and Support Service</a>.`,
])}
${paragraphs(`We prepared this statement on ${accessibilityReviewed}.`)}`,
  });
}

/** What we keep about people, why, and what they can ask for. */
export function privacyPage({ theme, contact }: StaticPageParams = {}): string {
  return page({
    title: 'Privacy notice',
    heading: 'Privacy notice',
    path: '/privacy',
    theme,
    body: html`${paragraphs('This notice is for the adults who register a school, offer sessions, volunteer or answer a survey.')}
${section('Who is responsible', [
  contact
    ? `${contact.name} decides how your information is used. In law, that makes it the controller.`
    : 'The organiser of the programme decides how your information is used. In law, that makes it the controller. It is usually a council, and our emails name it.',
])}
${section('What we keep', ['We keep only what you type in, and what happened to it:'])}
${bullets([
  'your name, job title, work email address and telephone number',
  'your school or organisation, and how it takes part',
  'how many pupils take part in each year group, as numbers only',
  'the emails we sent you, and whether they arrived',
  'your school’s answers to the survey',
])}
${section('What we never ask for', ['We never ask for the names of children, or for anything about one child. Please do not write it in a text box.'])}
${section('Why we may use it', ['We need it to run the programme. This is a task in the public interest (Article 6(1)(e) of the UK GDPR).'])}
${section('The schools’ survey', [
  'Your answers are confidential, but not anonymous. The organiser can see which school answered.',
  'The report shows answers only as totals. It shows a quote only if you agreed.',
])}
${section('Who sees it', [
  'The organiser sees all of it. A school and an organisation that meet at an event see each other’s names and arrangements.',
  'It is stored in the United Kingdom, on computers of Amazon Web Services. They also send our emails. Nobody else receives it, and nobody sells it.',
])}
${section('How long we keep it', ['The organiser keeps contact details for as long as the programme and its report need them. Ask for the exact period.'])}
${section('Your rights', [
  'You can ask to see your information, to correct it, to delete it, or to stop using it.',
  ask(contact, 'You will get an answer within one month.'),
  html`You can also complain to the <a class="govuk-link" href="https://ico.org.uk/make-a-complaint/">Information Commissioner’s Office</a>.`,
])}`,
  });
}

/** Every cookie we set: its name, what it is for and how long it lasts. */
export const cookieList = [
  { name: '__Host-link', why: 'Remembers that you opened a link from our email', lasts: '12 hours' },
  { name: '__Host-sign-in', why: 'Ties an organiser’s sign-in to the browser that began it', lasts: '10 minutes' },
  { name: '__Host-organiser', why: 'Keeps an organiser signed in', lasts: '12 hours' },
] as const;

/** The cookies, all of them necessary. */
export function cookiesPage({ theme }: StaticPageParams = {}): string {
  const rows = cookieList.map(({ name, why, lasts }) => ({ key: { text: name }, value: { text: `${why}. Lasts ${lasts}.` } }));
  return page({
    title: 'Cookies',
    heading: 'Cookies',
    path: '/cookies',
    theme,
    body: html`${paragraphs('Cookies are small files that a website keeps in your browser.', 'We use only cookies that the service needs to work. So we do not ask you to agree to any.')}
${summaryList({ rows })}
${paragraphs('We set none of them until you open a link from our email or sign in.', 'We do not count visits. We do not follow you, and nothing on these pages comes from another company.')}`,
  });
}

function ask(contact: PublicContact | undefined, then: string): Html {
  if (!contact) return html`Write to the organiser. Our emails to you and the programme’s pages say how. ${then}`;
  const telephone = contact.telephone && html` or call ${contact.telephone}`;
  return html`Write to ${contact.name}: <a class="govuk-link" href="mailto:${contact.email}">${contact.email}</a>${telephone}. ${then}`;
}

function section(heading: string, texts: readonly (string | Html)[]): Html {
  return html`<h2 class="govuk-heading-m">${heading}</h2>\n${paragraphs(...texts)}`;
}

function paragraphs(...texts: readonly (string | Html)[]): Html {
  return html`${texts.map((text) => html`<p class="govuk-body">${text}</p>\n`)}`;
}

function bullets(items: readonly string[]): Html {
  return html`<ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>\n`)}</ul>`;
}

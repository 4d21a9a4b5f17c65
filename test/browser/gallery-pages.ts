import { breadcrumbs } from '#web/components/breadcrumbs.ts';
import { button } from '#web/components/button.ts';
import { characterCount } from '#web/components/character-count.ts';
import { dateInput } from '#web/components/date-input.ts';
import { details } from '#web/components/details.ts';
import { insetText } from '#web/components/inset-text.ts';
import { notificationBanner } from '#web/components/notification-banner.ts';
import { pagination } from '#web/components/pagination.ts';
import { panel } from '#web/components/panel.ts';
import { phaseBanner } from '#web/components/phase-banner.ts';
import { summaryList } from '#web/components/summary-list.ts';
import { scrollRegion, table } from '#web/components/table.ts';
import { tag } from '#web/components/tag.ts';
import { warningText } from '#web/components/warning-text.ts';
import {
  checkboxesField,
  emptyForm,
  fieldGroup,
  form,
  type FormState,
  numberField,
  radiosField,
  selectField,
  summaryOf,
  textareaField,
  textField,
} from '#web/forms.ts';
import { html } from '#web/html.ts';
import { page } from '#web/layout.ts';
import { renderMail } from '#web/mail/render.ts';
import { problemPage } from '#web/pages/errors.ts';
import { themeOf } from '#web/theme.ts';
import { accessibilityPage, childrenPrivacyPage, contactPage, cookiesPage, privacyPage } from '#web/trust/page.ts';

// Everything named here is made up.
const organiser = {
  name: 'Fictional Council careers team',
  email: 'careers@fictional-council.example',
  telephone: '01632 960 001',
};
const theme = themeOf({ name: 'Primary Futures Week', city: 'Fictional City', organiser });
const longWord = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';

/** The pages that show every component, by name: for screenshots and for the tests of style and behaviour. */
export const galleryPages: Readonly<Record<string, () => string>> = {
  form: () => formPage(emptyForm),
  'form-errors': () => formPage(filledWrongly),
  components: componentsPage,
  receipt: receiptPage,
  colour: colourPage,
  table: tablePage,
  accessibility: () => accessibilityPage(),
  privacy: () => privacyPage({ contactEmail: organiser.email }),
  'privacy-children': childrenPrivacyPage,
  contact: () => contactPage({ contactEmail: organiser.email }),
  cookies: () => cookiesPage(),
  ...Object.fromEntries(
    [401, 403, 404, 405, 409, 410, 413, 415, 422, 429, 500, 503].map((status) => [`problem-${status}`, () => problem(status)]),
  ),
};

function problem(status: number): string {
  const retryAfterSeconds = status === 429 ? 90 : undefined;
  return problemPage({ status, code: 'an-example', detail: 'One sentence that says why.', theme, retryAfterSeconds });
}

/** A mail with every kind of block. */
export function galleryMail(): string {
  return renderMail({
    preheader: 'One more step: confirm your school’s place',
    blocks: [
      { kind: 'heading', text: 'Confirm your place' },
      { kind: 'paragraph', text: 'Thank you for registering. Please check what you told us.' },
      {
        kind: 'facts',
        rows: [
          { key: 'School', value: `${longWord} Primary School` },
          { key: 'Pupils', value: '60' },
        ],
      },
      { kind: 'button', text: 'Confirm our place', href: `https://city.example/l/${'x'.repeat(43)}` },
      { kind: 'heading', text: 'What happens next' },
      { kind: 'bullets', items: ['We match you with organisations', 'You hear from us in February'] },
      { kind: 'signature', lines: ['The programme team', 'Fictional City'] },
    ],
    programme: 'Primary Futures Week',
    city: 'Fictional City',
    contact: organiser,
  }).html;
}

const filledWrongly: FormState = {
  values: {
    'contact.name': ['"><img src=x>'],
    'contact.email': ['not an address'],
    roles: ['host'],
    'cohorts.year1': ['thirty'],
    wishes: ['<script>'],
  },
  issues: [
    { path: 'contact.email', message: 'Enter one email address, like name@school.example' },
    { path: 'roles', message: 'Choose how your school will take part' },
    { path: 'hallCapacity', message: 'Enter how many pupils your hall holds' },
    { path: 'halfDays.0', message: 'Choose half-days from the list' },
    { path: 'cohorts', message: 'Enter how many pupils will take part' },
    { path: 'cohorts.year1', message: 'Enter a whole number of pupils' },
    { path: 'sector', message: 'Choose a sector' },
    { path: 'wishes', message: 'Use 500 characters or fewer' },
  ],
};

/** A form with every kind of field, as it stands. */
export function formPage(state: FormState): string {
  const hall = numberField({ ...state, path: 'hallCapacity', label: 'How many pupils does the hall hold?' });
  const days = ['Monday 3 March, morning', 'Monday 3 March, afternoon', 'Tuesday 4 March, morning'];
  const body = html`${textField({ ...state, path: 'contact.name', label: 'Your name', autocomplete: 'name' })}
${textField({ ...state, path: 'contact.email', label: 'Work email address', hint: 'We send a link to this address.', type: 'email', autocomplete: 'email' })}
${checkboxesField({
  ...state,
  path: 'roles',
  label: 'How will your school take part?',
  hint: 'Choose all that apply.',
  options: [
    { value: 'host', text: 'Host an event', conditional: hall },
    { value: 'attending', text: 'Visit another school', hint: 'We help with the journey.' },
    { divider: 'or' },
    { value: 'none', text: 'We do not know yet', exclusive: true },
  ],
})}
${checkboxesField({ ...state, path: 'halfDays', label: 'Which half-days suit you?', small: true, options: days.map((text, index) => ({ value: String(index), text })) })}
${fieldGroup({ ...state, path: 'cohorts', label: 'How many pupils in each year group?', body: html`${[1, 2].map((year) => numberField({ ...state, path: `cohorts.year${year}`, label: `Year ${year}` }))}` })}
${radiosField({
  ...state,
  path: 'credit',
  label: 'May we name you in the report?',
  inline: true,
  options: [
    { value: 'yes', text: 'Yes' },
    { value: 'no', text: 'No' },
  ],
})}
${selectField({
  ...state,
  path: 'sector',
  label: 'Sector',
  empty: 'Choose a sector',
  options: [
    { value: 'health', text: 'Health and care' },
    { value: 'build', text: 'Building' },
  ],
})}
${textareaField({ ...state, path: 'wishes', label: 'Is there anything else?', optional: true })}`;
  return page({
    title: 'Register your school',
    heading: 'Register your school',
    theme,
    path: '/form',
    backLink: '/components',
    errorSummary: summaryOf(state),
    body: form({ action: '/form', body, submit: 'Send registration' }),
  });
}

// The lightest grey that white text can still be read on.
function colourPage(): string {
  const lightest = { ...theme, colour: '#767676' };
  return page({ title: 'In a colour of its own', heading: 'In a colour of its own', theme: lightest, body: html`` });
}

function receiptPage(): string {
  return page({
    title: 'We have your registration',
    theme,
    body: html`${panel({ titleText: 'We have your registration', html: html`Your reference<br><strong>ABCD-EFGH</strong>` })}
<p class="govuk-body">We sent an email to the address you gave.</p>`,
  });
}

function tablePage(): string {
  const head = ['School', 'Organisation', 'Half-day', 'Pupils', 'Came', 'State', 'Contact'].map((text) => ({ text }));
  const cells = [
    longWord,
    'A long organisation name',
    'Monday 3 March, morning',
    '120',
    '118',
    'Confirmed',
    'somebody@a-long-address.example',
  ];
  const rows = [1, 2, 3].map(() => cells.map((text) => ({ text })));
  return page({
    title: 'Bookings',
    heading: 'Bookings',
    theme,
    wide: true,
    path: '/table',
    navigation: [
      { text: 'Schools', href: '/form' },
      { text: 'Bookings', href: '/table' },
      { text: 'Organisations', href: '/components' },
    ],
    body: html`${scrollRegion('Bookings', table({ caption: 'All bookings', captionClasses: 'govuk-table__caption--m', head, rows, firstCellIsHeader: true }))}
${pagination({ previous: { href: '#' }, next: { href: '#' }, items: [{ number: 1, href: '#' }, { number: 2, href: '#', current: true }, { ellipsis: true }, { number: 9, href: '#' }] })}`,
  });
}

function componentsPage(): string {
  const colours = ['', 'grey', 'green', 'teal', 'blue', 'purple', 'magenta', 'red', 'orange', 'yellow'];
  const change = (what: string) => ({ items: [{ href: '/form', text: 'Change', visuallyHiddenText: what }] });
  const rows = [
    { key: { text: 'School' }, value: { text: `${longWord} Primary School` }, actions: change('school') },
    {
      key: { text: 'Email' },
      value: { text: 'a-very-long-address-of-somebody@a-very-long-domain.example' },
      actions: change('email'),
    },
    { key: { text: 'Pupils' }, value: { text: '60' } },
  ];
  return page({
    title: 'Components',
    heading: 'Components',
    theme,
    body: html`${phaseBanner({ tag: { text: 'Practice' }, text: 'Nothing here is real.' })}
${breadcrumbs({ items: [{ text: 'Home', href: '/' }, { text: 'Components' }] })}
${notificationBanner({ text: 'The programme opens on 6 January.' })}
${notificationBanner({ type: 'success', titleId: 'done', html: html`<h3 class="govuk-notification-banner__heading">Your place is confirmed</h3>` })}
<p class="govuk-body">Text with <a class="govuk-link" href="/form">a link</a> in it. <span class="app-figure">4,312</span></p>
${insetText({ text: 'Set apart: nobody needs a password.' })}
${warningText({ text: 'You cannot change this later.' })}
${details({ summaryText: 'What we do with it', text: 'We use it to run the week.' })}
<p>${colours.map((colour) => html`${tag({ text: colour || 'plain', classes: colour && `govuk-tag--${colour}` })} `)}</p>
${summaryList({ rows })}
${summaryList({ rows, card: { title: { text: 'Your school' }, actions: change('all') } })}
${dateInput({ id: 'day', fieldset: { legend: { text: 'Which day?' } }, hint: { text: 'For example, 3 3 2025' } })}
${characterCount({ name: 'quote', maxlength: 200, label: { text: 'A sentence we may quote' } })}
<div class="govuk-button-group">${button({ text: 'Continue' })}${button({ text: 'Save', classes: 'govuk-button--secondary' })}${button({ text: 'Withdraw', classes: 'govuk-button--warning' })}${button({ text: 'Start now', href: '/form', isStartButton: true })}</div>`,
  });
}

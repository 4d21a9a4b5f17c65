import { button } from '../components/button.ts';
import { hiddenField } from '../forms.ts';
import { html } from '../html.ts';
import { page } from '../layout.ts';

/** Where an organiser starts to sign in: one button. `next` is the page of ours to come back to. */
export function signInPage(next?: string): string {
  return page({
    title: 'Sign in',
    heading: 'Sign in as an organiser',
    path: '/sign-in',
    body: html`<p class="govuk-body">For the people who run a programme. You prove who you are on the next page, and then come back here.</p>
<p class="govuk-body">Schools, organisations and volunteers do not sign in. They use the link in our email.</p>
<form method="post" action="/sign-in" data-plain>${next === undefined ? '' : hiddenField('next', next)}${button({ text: 'Sign in', preventDoubleClick: true })}</form>`,
  });
}

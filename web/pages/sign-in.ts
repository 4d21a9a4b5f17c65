import { button } from '../components/button.ts';
import { html } from '../html.ts';
import { page } from '../layout.ts';

/** Where an organiser starts to sign in: one button. */
export function signInPage(): string {
  return page({
    title: 'Sign in',
    heading: 'Sign in as an organiser',
    path: '/sign-in',
    body: html`<p class="govuk-body">For the people who run a programme. You prove who you are on the next page, and then come back here.</p>
<p class="govuk-body">Schools, organisations and volunteers do not sign in. They use the link in our email.</p>
<form method="post" action="/sign-in" data-plain>${button({ text: 'Sign in', preventDoubleClick: true })}</form>`,
  });
}

/** What is shown when signing in or out went wrong; it leads back to the start. */
export function signInProblemPage({
  status,
  code,
  detail,
}: {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
}): string {
  const failed = code === 'sign-in-failed';
  const heading = failed
    ? 'We could not sign you in'
    : status >= 500
      ? 'Sorry, there is a problem with the service'
      : 'There is a problem';
  return page({
    title: heading,
    heading,
    body: html`<p class="govuk-body">${detail}</p>
${failed && html`<p class="govuk-body">This happens when signing in took longer than 10 minutes, or when the page was opened a second time.</p>`}
<p class="govuk-body"><a class="govuk-link" href="/sign-in">Go to the sign-in page</a></p>`,
  });
}

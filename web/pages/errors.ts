import type { Issue } from '#shared/kernel/errors.ts';
import { html, type Html } from '../html.ts';
import { page } from '../layout.ts';
import { bullets } from '../prose.ts';
import { defaultTheme, type Theme } from '../theme.ts';

export type ProblemPageParams = {
  /** The HTTP status. */
  readonly status: number;
  /** The problem's stable code, for support; some codes have words of their own. */
  readonly code: string;
  /** One sentence for the reader: why. */
  readonly detail: string;
  /** What there is to mend, for a form that is not shown again. */
  readonly issues?: readonly Issue[] | undefined;
  readonly theme?: Theme | undefined;
  /** The page that was asked for, where signing in can lead back to it. */
  readonly path?: string | undefined;
  /** How long to wait, where that is known. */
  readonly retryAfterSeconds?: number | undefined;
};

/** The page for a request that could not be answered: what happened, why, and what the reader can do now. */
export function problemPage(params: ProblemPageParams): string {
  const { heading, next } = byCode[params.code] ?? byStatus[params.status] ?? (params.status < 500 ? refused : failed);
  const wait =
    params.retryAfterSeconds === undefined
      ? undefined
      : html`<p class="govuk-body">Try again in ${waitInWords(params.retryAfterSeconds)}.</p>`;
  const mistakes = [...new Set(params.issues?.map(({ message }) => message))];
  return page({
    title: heading,
    heading,
    theme: params.theme,
    body: html`<p class="govuk-body">${params.detail}</p>
${mistakes.length > 0 && bullets(mistakes)}
${wait}
${signInAgain.has(params.code) && html`<p class="govuk-body"><a class="govuk-link" href="${signInPath(params.path)}">Sign in as an organiser</a></p>`}
${next.map((step) => html`<p class="govuk-body">${step}</p>\n`)}
${help(params.theme ?? defaultTheme)}
<p class="govuk-body-s app-quiet">If you write to us, quote <strong>${params.status} ${params.code}</strong>.</p>`,
  });
}

const signInAgain = new Set(['sign-in-needed', 'proof-needed']);

function signInPath(next: string | undefined): string {
  return next?.startsWith('/organiser') ? `/sign-in?next=${encodeURIComponent(next)}` : '/sign-in';
}

type Wording = { readonly heading: string; readonly next: readonly (string | Html)[] };

const ownPage = html`<a class="govuk-link" href="/my/place">Go to your own page</a>`;
const startPage = html`<a class="govuk-link" href="/">Go to the start page</a>`;
const goBack = 'Use your browser’s Back button to return to what you were doing. Your answers should still be there.';
const refused: Wording = { heading: 'We could not do that', next: [goBack] };
const failed: Wording = {
  heading: 'Sorry, there is a problem with the service',
  next: ['Try again in a few minutes.', 'If you had sent a form, you can safely send it again. We keep only one copy.'],
};

const byStatus: Readonly<Record<number, Wording>> = {
  400: { heading: 'We could not read what you sent', next: [goBack] },
  401: { heading: 'Open your link again', next: ['Find our newest email to you and press the link in it.'] },
  403: { heading: 'You cannot do this', next: [goBack, startPage] },
  404: {
    heading: 'Page not found',
    next: [
      'If you typed the web address, check that it is correct.',
      'If you pasted it, check that you copied all of it.',
      startPage,
    ],
  },
  405: { heading: 'This page cannot be used that way', next: [startPage] },
  409: {
    heading: 'This has already changed',
    next: ['Somebody may have changed it while you were looking. Go back and reload the page to see it as it is now.'],
  },
  410: {
    heading: 'This link has ended',
    next: [
      'Links end when the programme closes, or when a newer link replaces them. Look for a newer email from us first.',
      startPage,
    ],
  },
  413: { heading: 'That was too large', next: ['Make your answers shorter and send them again.', goBack] },
  415: { heading: 'We could not read what you sent', next: [goBack] },
  422: { heading: 'There is a problem with what you sent', next: [goBack] },
  429: {
    heading: 'Wait before you send this again',
    next: ['We limit how often one form can be sent. What you sent earlier is safe.', goBack],
  },
  500: failed,
  503: {
    heading: 'Try again in a moment',
    next: ['If you were sending a form, go back and send it again. We keep only one copy.'],
  },
};

const byCode: Readonly<Record<string, Wording>> = {
  'sign-in-needed': { heading: 'Sign in first', next: [] },
  'proof-needed': { heading: 'Sign in again to do this', next: [] },
  'role-needed': { heading: 'You need another role for this', next: [goBack] },
  'sign-in-failed': {
    heading: 'We could not sign you in',
    next: [
      'This happens when signing in took longer than 10 minutes, or when the page was opened a second time.',
      html`<a class="govuk-link" href="/sign-in">Go to the sign-in page</a>`,
    ],
  },
  'event-cancelled': {
    heading: 'This event is cancelled',
    next: [ownPage],
  },
  'not-booked': { heading: 'You have no places at this event', next: [ownPage] },
};

function help({ contact }: Theme): Html | undefined {
  return (
    contact &&
    html`<p class="govuk-body">If you still need help, write to ${contact.name}: <a class="govuk-link" href="mailto:${contact.email}">${contact.email}</a>.</p>`
  );
}

function waitInWords(seconds: number): string {
  if (seconds < 60) return `${seconds} ${seconds === 1 ? 'second' : 'seconds'}`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes < 60) return `${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`;
  const hours = Math.ceil(minutes / 60);
  return `${hours} ${hours === 1 ? 'hour' : 'hours'}`;
}

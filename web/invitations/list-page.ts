import { type Edition, isOpenForSignUp } from '#shared/domain/edition.ts';
import { journeyKinds } from '#shared/domain/journeys.ts';
import { type InvitationState, invitationStates, type SignUpInvitation } from '#shared/domain/sign-up-invitation.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { notificationBanner } from '../components/notification-banner.ts';
import { type Filled, formState } from '../filled.ts';
import { form, radiosField, textareaField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { type Console, consolePage, listTable, may } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, lead, lines, link, narrow, paragraph } from '../prose.ts';
import { sayMoment, sayNumber } from '../say.ts';
import { invitationsContent } from './content.en.ts';

const { list: words } = invitationsContent;

/** Somebody who was invited, how they stand, and whether they can be reminded now. */
export type InvitationRow = {
  readonly one: SignUpInvitation;
  readonly state: InvitationState;
  readonly due: boolean;
};
/** The states by which the list can be narrowed. */
export const rowStates = invitationStates;

type Params = Console & {
  readonly rows: readonly InvitationRow[];
  /** The state by which the list is narrowed. */
  readonly state: InvitationState | undefined;
  /** The edition before, whose people can be invited again. */
  readonly before: Edition | undefined;
  readonly now: Instant;
  /** How many have just been asked. */
  readonly done: number | undefined;
  readonly filled?: Filled | undefined;
};

/** Who was invited to sign up and what became of it, and the forms to invite more and to remind. */
export function invitationsPage(params: Params): string {
  const { rows, state, done, filled, now, before: _, ...console } = params;
  const shown = rows.filter((row) => state === undefined || row.state === state);
  const path = pathOf('/organiser/editions/{edition}/invitations', console.edition);
  const acts = may(console, 'coordinator');
  return consolePage(console, {
    title: words.title,
    path,
    filled,
    body: html`${done !== undefined && banner(done, console)}${lead(words.intro)}
${rows.length > 0 && counts(rows, path)}
${listTable({
  name: words.title,
  none: rows.length === 0 ? words.none : words.nothing,
  head: [words.who, words.email, words.when, words.state].map((text) => ({ text })),
  rows: shown.map(({ one, state: stands }) => [
    { html: lines([one.called, words.kinds[one.kind]]) },
    { text: one.email, classes: 'app-break' },
    { html: lines([sayMoment(one.askedAt), ...(one.reminders > 0 ? [words.reminded(one.reminders)] : [])]) },
    { text: words.states[stands] },
  ]),
})}
${acts && narrow(html`${rows.length > 0 && remindForm(rows, path)}${heading2(words.invite.heading)}${isOpenForSignUp(console.edition, now) ? inviteForm(params, path) : paragraph(words.invite.closed)}`)}`,
  });
}

function banner(done: number, { edition, mailPause }: Console): Html {
  const { heading: titleText, none } = words.done;
  const some = edition.state === 'draft' || mailPause?.holds === 'all' ? words.done.held : words.done.some;
  if (done === 0) return notificationBanner({ titleText, text: none, disableAutoFocus: true });
  const outbox = pathOf('/organiser/editions/{edition}/outbox', edition);
  const said = html`<p class="govuk-notification-banner__heading">${some(done)}</p>
${paragraph(link(outbox, words.outbox))}`;
  return notificationBanner({ type: 'success', titleText, html: said, disableAutoFocus: true });
}

/** How many there are of each state, each a link to those. */
function counts(rows: readonly InvitationRow[], path: string): Html {
  const of = (state: InvitationState) => rows.filter((row) => row.state === state).length;
  const some = invitationStates.filter((state) => of(state) > 0);
  return html`${heading2(words.counts)}${bullets([
    link(path, `${words.all}: ${sayNumber(rows.length)}`),
    ...some.map((state) => link(`${path}?state=${state}`, `${words.states[state]}: ${sayNumber(of(state))}`)),
  ])}`;
}

function remindForm(rows: readonly InvitationRow[], path: string): Html {
  const { heading, says, none, button } = words.remind;
  const due = rows.filter((row) => row.due).length;
  const action = `${path}/remind`;
  return html`${heading2(heading)}${due === 0 ? paragraph(none) : html`${paragraph(says(due))}${form({ action, submit: button(due), submitClasses: 'govuk-button--secondary' })}`}`;
}

function inviteForm({ before, filled }: Params, action: string): Html {
  const { last, typed, group, addresses, addressesHint, submit } = words.invite;
  const state = formState(filled);
  const options = [
    ...(before ? journeyKinds.map((kind) => ({ value: `last-${kind}`, text: last[kind](before.name) })) : []),
    ...journeyKinds.map((kind) => ({ value: `typed-${kind}`, text: typed[kind] })),
  ];
  const body = html`${radiosField({ ...state, path: 'group', label: group, options })}
${textareaField({ ...state, path: 'addresses', label: addresses, hint: addressesHint, rows: 6 })}`;
  return form({ action, body, submit });
}

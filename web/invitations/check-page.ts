import type { JourneyKind } from '#shared/domain/journeys.ts';
import type { InviteForm } from '#shared/domain/sign-up-invitation.ts';
import { type Invited, type LeftOut, leftOutKinds } from '#shared/domain/whom-to-invite.ts';
import { form, hiddenField } from '../forms.ts';
import { html } from '../html.ts';
import { type Console, consolePage, listTable } from '../organiser/frame.ts';
import { type Said, saidBlock } from '../organiser/mail.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, lead, narrow, paragraph } from '../prose.ts';
import { invitationsContent } from './content.en.ts';

const { check: words, list } = invitationsContent;

/** How many of those invited are shown by name. */
const mostShown = 100;

type Params = Console & {
  readonly form: InviteForm;
  readonly kind: JourneyKind;
  readonly chosen: readonly Invited[];
  readonly left: Readonly<Record<LeftOut, number>>;
  /** The mail of the first of them. */
  readonly said: Said;
};

/** Who would be invited and who is left out and why, the mail as the first reads it, and the button that sends them. */
export function inviteCheckPage({ form: filled, kind, chosen, left, said, ...console }: Params): string {
  const path = pathOf('/organiser/editions/{edition}/invitations', console.edition);
  const reasons = leftOutKinds.filter((why) => left[why] > 0).map((why) => words.leftFor[why](left[why]));
  const { group, addresses } = filled;
  const hidden = html`${hiddenField('group', group)}${addresses !== undefined && hiddenField('addresses', addresses)}${hiddenField('sure', 'yes')}`;
  const send = html`${paragraph(words.undo)}${form({ action: path, body: hidden, submit: words.submit(chosen.length) })}`;
  return consolePage(console, {
    title: words.title,
    backLink: path,
    body: html`${lead(chosen.length === 0 ? words.nobody : words.chosen(chosen.length))}
${chosen.length > 0 && narrow(send)}
${reasons.length > 0 && html`${heading2(words.left)}${bullets(reasons)}`}
${
  chosen.length > 0 &&
  html`${heading2(words.who)}${listTable({
    name: words.who,
    none: words.nobody,
    head: [list.who, list.email].map((text) => ({ text })),
    rows: chosen.slice(0, mostShown).map(({ called, email }) => [{ text: called }, { text: email, classes: 'app-break' }]),
  })}${chosen.length > mostShown && paragraph(words.more(chosen.length - mostShown))}`
}
${said && html`${heading2(words.email)}${saidBlock(said)}`}`,
  });
}

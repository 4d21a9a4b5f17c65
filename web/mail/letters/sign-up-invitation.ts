import type { SignUpInvitation } from '#shared/domain/sign-up-invitation.ts';
import { linkUntil } from '#shared/domain/link-until.ts';
import { dayInWords } from '#shared/kernel/time.ts';
import type { Letter } from '#shared/ports.ts';
import { sayDays } from '../../say.ts';
import { englishMails } from './content.en.ts';
import { signUpInvitationMails as words } from './sign-up-invitation.en.ts';
import { composer, type Setting, type Write } from './setting.ts';

/** Asks somebody whom an organiser invited, or reminds them; nothing once they have said no. */
export const signUpInvitation: Write = async (fact, read, setting) => {
  if (fact.type !== 'sign-up.invited.v1') return [];
  const current = await read.get('signUpInvitation', { edition: fact.edition, invitation: fact.data.invitation });
  if (!current || current.declined) return [];
  return [signUpInvitationLetter({ ...current, reminders: fact.data.reminder }, setting)];
};

/** The letter of one invitation, as it is or as it would be. */
export function signUpInvitationLetter(one: SignUpInvitation, setting: Setting): Letter {
  const { edition, programme } = setting;
  const { subject, preheader, reminded, ask, begun, fresh, until, button, no } = words;
  const again = one.reminders > 0;
  const closes = dayInWords(edition.registrationCloses);
  const compose = composer(setting, {
    subject: again ? subject.again(edition.name) : subject.first(edition.name),
    preheader: preheader(closes),
    blocks: (link) => [
      { kind: 'heading', text: again ? words.heading.again : words.heading.first },
      ...(one.name === undefined ? [] : [{ kind: 'paragraph' as const, text: englishMails.greeting(one.name) }]),
      ...(again ? [{ kind: 'paragraph' as const, text: reminded }] : []),
      { kind: 'paragraph', text: ask[one.kind](one.called, programme.city, sayDays(edition.starts, edition.ends)) },
      { kind: 'paragraph', text: one.from ? begun : fresh },
      { kind: 'button', text: button, href: link },
      { kind: 'paragraph', text: until(closes) },
      { kind: 'paragraph', text: no },
    ],
  });
  const grant = { edition: one.edition, purpose: 'invitation', subject: one.invitation, until: linkUntil(edition) } as const;
  return { recipient: one.invitation, to: one.email, grant, compose };
}

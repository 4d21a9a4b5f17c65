import { roleNames } from '../../organiser/team.en.ts';
import { englishMails } from './content.en.ts';
import { composer, type Write } from './setting.ts';

const { organiserInvited: words } = englishMails;

/** Tells an organiser which edition they were invited to, what they may do there and how to sign in. */
export const organiserInvited: Write = async (fact, read, setting) => {
  if (fact.type !== 'organiser.invited.v1') return [];
  const { edition } = fact;
  const member = (await read.get('team', { edition }))?.members.find(({ organiser }) => organiser === fact.data.organiser);
  if (!member) return [];
  const { name } = setting.edition;
  const roles = member.roles.map((role) => roleNames[role]).join(', ');
  const compose = composer(setting, {
    subject: words.subject(name),
    preheader: words.preheader,
    blocks: (link) => [
      { kind: 'heading', text: words.heading },
      { kind: 'paragraph', text: words.invited(name) },
      { kind: 'paragraph', text: roles === '' ? words.viewOnly : `${words.may}: ${roles}.` },
      { kind: 'paragraph', text: words.how },
      { kind: 'button', text: words.button, href: `${new URL(link).origin}/sign-in` },
      { kind: 'paragraph', text: words.notYou },
    ],
  });
  return [{ recipient: member.organiser, to: member.email, compose }];
};

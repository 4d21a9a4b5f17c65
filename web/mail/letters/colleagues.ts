import { idOf } from '#shared/kernel/ids.ts';
import { englishLabels as labels } from '../../labels.en.ts';
import { sayDays, sayHalfDays } from '../../say.ts';
import { englishMails as words } from './content.en.ts';
import { composer, invitePath, type Write } from './setting.ts';

/**
 * Asks each person whom an organisation named to sign up. Only after the organisation confirmed by its own mailbox, and
 * with nothing in it that was typed freely: anybody can name anybody's address.
 */
export const colleagueInvited: Write = async (fact, read, setting) => {
  if (fact.type !== 'organisation.confirmed.v1') return [];
  const { organisation } = fact.data;
  const state = await read.get('organisation', { edition: fact.edition, organisation });
  if (!state || state.state !== 'confirmed') return [];
  const { heading, next, button, notYou, ...text } = words.colleagueInvited;
  const { edition } = setting;
  const rows = [
    { key: edition.name, value: sayDays(edition.starts, edition.ends) },
    { key: text.offer, value: state.formats.map((format) => labels.formats[format]).join('; ') },
    { key: text.halfDays, value: sayHalfDays(state.halfDays).join('; ') },
  ];
  const compose = composer(setting, {
    subject: text.subject(edition.name),
    preheader: text.preheader,
    blocks: (link) => [
      { kind: 'heading', text: heading },
      { kind: 'facts', rows },
      { kind: 'paragraph', text: next },
      { kind: 'button', text: button, href: invitePath(link, setting, organisation) },
      { kind: 'paragraph', text: notYou },
    ],
  });
  return (state.colleagues ?? []).map((to) => ({ recipient: idOf('colleague', organisation, to), to, compose }));
};

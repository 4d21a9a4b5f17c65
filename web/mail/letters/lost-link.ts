import { linkUntil } from '#shared/domain/link-until.ts';
import type { Letter, TableReader } from '#shared/ports.ts';
import { readEverybody } from '../everybody.ts';
import type { MailBlock } from '../render.ts';
import { changeMails } from './changes.en.ts';
import { composer, letterToSchool, type Setting, type Write } from './setting.ts';

/** A fresh link for each thing an address has signed up for and not withdrawn; for an address we do not know, nothing. */
export const lostLink: Write = async (fact, read, setting) => {
  if (fact.type !== 'link.asked.v1') return [];
  const { edition } = fact;
  const asked = await read.get('linkRequest', { edition, request: fact.data.request });
  if (!asked) return [];
  const mine = await signUpsOf(asked.email.toLowerCase(), edition, read);
  const { lostLink: text } = changeMails;
  const until = linkUntil(setting.edition);
  return [
    ...mine.registrations.map((one) => ({
      ...letterToSchool(one, 'registration', setting),
      compose: composeFor(one.schoolName, text.registration(one.schoolName), setting),
    })),
    ...mine.organisations.map(({ organisation, contact }) => ({
      recipient: organisation,
      to: contact.email,
      grant: { edition, purpose: 'organisation' as const, subject: organisation, until },
      compose: composeFor(setting.edition.name, text.organisation, setting),
    })),
    ...mine.volunteers.map(({ volunteer, contact }) => ({
      recipient: volunteer,
      to: contact.email,
      grant: { edition, purpose: 'volunteer' as const, subject: volunteer, until },
      compose: composeFor(setting.edition.name, text.volunteer, setting),
    })),
  ];
};

async function signUpsOf(email: string, edition: string, read: TableReader) {
  const { registrations, organisations, volunteers } = await readEverybody(read, edition);
  const isMine = (one: { readonly state: string; readonly contact: { readonly email: string } }) =>
    one.state !== 'withdrawn' && one.contact.email.toLowerCase() === email;
  return {
    registrations: registrations.filter(isMine),
    organisations: organisations.filter(isMine),
    volunteers: volunteers.filter(isMine),
  };
}

function composeFor(subject: string, opens: string, setting: Setting): Letter['compose'] {
  const { heading, preheader, button, notYou, ...text } = changeMails.lostLink;
  const blocks = (link: string): MailBlock[] => [
    { kind: 'heading', text: heading },
    { kind: 'paragraph', text: opens },
    { kind: 'button', text: button, href: link },
    { kind: 'paragraph', text: notYou },
  ];
  return composer(setting, { subject: text.subject(subject), preheader, blocks });
}

import { pupilsIn } from '#shared/domain/fields.ts';
import { linkUntil } from '#shared/domain/link-until.ts';
import type { Letter } from '#shared/ports.ts';
import { englishLabels as labels } from '../../labels.en.ts';
import { sayDays, sayHalfDays, sayPupils } from '../../say.ts';
import type { MailBlock } from '../render.ts';
import { englishMails as words } from './content.en.ts';
import { composer, invitePath, letterToSchool, registrationIn, type Setting, type Write } from './setting.ts';

// Anybody can type anybody's address into a sign-up form. So these letters repeat nothing that was typed freely: names
// and wishes stay out, and only choices from our own lists, numbers and the register's name of the school come in.

/** The link that confirms a school's registration. */
export const schoolRegistered: Write = async (fact, read, setting) => {
  const state = await registrationIn(fact, read);
  if (!state) return [];
  const { heading, why, button, ...text } = words.schoolRegistered;
  const rows = [
    { key: text.school, value: state.schoolName },
    datesOf(setting),
    { key: text.takesPart, value: state.roles.map((role) => labels.roles[role]).join('; ') },
    { key: text.pupils, value: sayPupils(pupilsIn(state.cohorts)) },
  ];
  const blocks = (link: string) => confirmBlocks({ heading, rows, next: why, button, link });
  const compose = composer(setting, { subject: text.subject(state.schoolName), preheader: text.preheader, blocks });
  return [{ ...letterToSchool(state, 'registration', setting), compose }];
};

/** The link that confirms an organisation's offer. */
export const organisationSignedUp: Write = async (fact, read, setting) => {
  if (fact.type !== 'organisation.signed-up.v1') return [];
  const state = await read.get('organisation', { edition: fact.edition, organisation: fact.data.organisation });
  if (!state) return [];
  const { heading, next, button, colleagues, ...text } = words.organisationSignedUp;
  const rows = [
    datesOf(setting),
    { key: text.offer, value: state.formats.map((format) => labels.formats[format]).join('; ') },
    { key: text.halfDays, value: sayHalfDays(state.halfDays).join('; ') },
  ];
  const blocks = (link: string): MailBlock[] => [
    ...confirmBlocks({ heading, rows, next, button, link }),
    { kind: 'paragraph', text: `${colleagues}\n${invitePath(link, setting, state.organisation)}` },
  ];
  const compose = composer(setting, { subject: text.subject(setting.edition.name), preheader: text.preheader, blocks });
  return [signUpLetter('organisation', state.organisation, { to: state.contact.email, setting, compose })];
};

/** The link that confirms a volunteer's sign-up. */
export const volunteerSignedUp: Write = async (fact, read, setting) => {
  if (fact.type !== 'volunteer.signed-up.v1') return [];
  const state = await read.get('volunteer', { edition: fact.edition, volunteer: fact.data.volunteer });
  if (!state) return [];
  const { heading, next, button, ...text } = words.volunteerSignedUp;
  const rows = [datesOf(setting), { key: text.halfDays, value: sayHalfDays(state.halfDays).join('; ') }];
  const blocks = (link: string) => confirmBlocks({ heading, rows, next, button, link });
  const compose = composer(setting, { subject: text.subject(setting.edition.name), preheader: text.preheader, blocks });
  return [signUpLetter('volunteer', state.volunteer, { to: state.contact.email, setting, compose })];
};

type Row = { readonly key: string; readonly value: string };
type Confirm = {
  readonly heading: string;
  readonly rows: readonly Row[];
  readonly next: string;
  readonly button: string;
  readonly link: string;
};

function confirmBlocks({ heading, rows, next, button, link }: Confirm): MailBlock[] {
  return [
    { kind: 'heading', text: heading },
    { kind: 'facts', rows },
    { kind: 'paragraph', text: next },
    { kind: 'button', text: button, href: link },
    { kind: 'paragraph', text: words.keepLink },
    { kind: 'paragraph', text: words.notYou },
  ];
}

function datesOf({ edition }: Setting): Row {
  return { key: edition.name, value: sayDays(edition.starts, edition.ends) };
}

type Rest = { readonly to: string; readonly setting: Setting; readonly compose: Letter['compose'] };

function signUpLetter(
  purpose: 'organisation' | 'volunteer',
  subject: string,
  { to, setting: { edition }, compose }: Rest,
): Letter {
  return { recipient: subject, to, grant: { edition: edition.edition, purpose, subject, until: linkUntil(edition) }, compose };
}

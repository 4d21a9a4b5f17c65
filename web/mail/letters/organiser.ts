import { pupilsIn } from '#shared/domain/fields.ts';
import type { TableReader } from '#shared/ports.ts';
import type { Fact } from '#shared/system/events.ts';
import { englishLabels as labels } from '../../labels.en.ts';
import { sayHalfDays, sayPupils } from '../../say.ts';
import { isByOrganiser } from './by-organiser.ts';
import { englishMails as words } from './content.en.ts';
import type { News } from './news.ts';
import { bookingChangeNews, changeNews, givenBackNews, withdrawalNews } from './organiser-changes.ts';
import { visitorNews } from './organiser-visitors.ts';
import { composer, registrationIn, type Write } from './setting.ts';

/** Tells the programme's organiser who has joined, changed or withdrawn. It has no link: organisers sign in. */
export const organiserNotice: Write = async (fact, read, setting) => {
  const news = await newsOf(fact, read);
  if (!news || (isByOrganiser(fact) && !fact.type.endsWith('.confirmed.v1'))) return [];
  const { edition } = words.organiser;
  const { preheader = words.organiser.preheader } = news;
  const rows = [{ key: edition, value: setting.edition.name }, ...news.rows];
  const compose = composer(setting, {
    subject: news.heading,
    preheader,
    blocks: () => [
      { kind: 'heading', text: news.heading },
      { kind: 'facts', rows },
    ],
  });
  return [{ recipient: 'organiser', to: setting.programme.organiser.email, compose }];
};

async function newsOf(fact: Fact, read: TableReader): Promise<News | undefined> {
  switch (fact.type) {
    case 'school.confirmed.v1':
      return schoolNews(fact, read);
    case 'organisation.confirmed.v1':
      return organisationNews(fact, read);
    case 'volunteer.confirmed.v1':
      return volunteerNews(fact, read);
    case 'school.changed.v1':
      return changeNews(fact, read);
    case 'booking.changed.v1':
      return bookingChangeNews(fact, read);
    case 'booking.given-back.v1':
      return givenBackNews(fact, read);
    case 'school.withdrawn.v1':
      return withdrawalNews(fact, read);
    case 'offer.answered.v1':
    case 'visitor.late.v1':
    case 'organisation.changed.v1':
    case 'organisation.withdrawn.v1':
    case 'volunteer.changed.v1':
    case 'volunteer.withdrawn.v1':
      return visitorNews(fact, read);
    default:
      return undefined;
  }
}

async function schoolNews(fact: Fact<'school.confirmed.v1'>, read: TableReader): Promise<News | undefined> {
  const state = await registrationIn(fact, read);
  const text = words.organiser;
  return (
    state && {
      heading: text.school(state.schoolName),
      rows: [
        { key: text.roles, value: state.roles.map((role) => labels.roles[role]).join('; ') },
        { key: text.pupils, value: sayPupils(pupilsIn(state.cohorts)) },
        { key: text.contact, value: state.contact.name },
        { key: text.approved, value: fact.data.by === 'link' ? text.byLink : text.byOrganiser },
      ],
    }
  );
}

async function organisationNews(
  { edition, data }: Fact<'organisation.confirmed.v1'>,
  read: TableReader,
): Promise<News | undefined> {
  const state = await read.get('organisation', { edition, organisation: data.organisation });
  const text = words.organiser;
  return (
    state && {
      heading: text.organisation(state.name),
      rows: [
        { key: text.formats, value: state.formats.map((format) => labels.formats[format]).join('; ') },
        { key: text.halfDays, value: sayHalfDays(state.halfDays).join('; ') },
        { key: text.contact, value: state.contact.name },
      ],
    }
  );
}

async function volunteerNews({ edition, data }: Fact<'volunteer.confirmed.v1'>, read: TableReader): Promise<News | undefined> {
  const state = await read.get('volunteer', { edition, volunteer: data.volunteer });
  const text = words.organiser;
  return (
    state && {
      heading: text.volunteer,
      rows: [
        { key: text.name, value: state.contact.name },
        { key: text.halfDays, value: sayHalfDays(state.halfDays).join('; ') },
      ],
    }
  );
}

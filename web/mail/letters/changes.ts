import type { Registration } from '#shared/domain/registration.ts';
import type { TableReader } from '#shared/ports.ts';
import type { Fact } from '#shared/system/events.ts';
import { sayCohorts, sayHalfDay, sayHalfDays, sayList, sayNumber, sayPupils } from '../../say.ts';
import type { MailBlock } from '../render.ts';
import { englishLabels as labels } from '../../labels.en.ts';
import { isByOrganiser } from './by-organiser.ts';
import { bookedIn, eventRows, lettersToOrganisations, pupilRows, type Row } from './bookings.ts';
import { calendarOfSchool } from './calendar.ts';
import { changeMails } from './changes.en.ts';
import { englishMails as words } from './content.en.ts';
import { composer, letterToSchool, registrationIn, type Setting, type Write } from './setting.ts';
import { hostNameOf } from './where.ts';

/** Tells a school that we have its change, the change first; that it has withdrawn; or that an organiser confirmed it. */
export const placeChanged: Write = async (fact, read, setting) => {
  const school = await registrationIn(fact, read);
  const content = school && (await contentFor(fact, school, read));
  if (!content) return [];
  const calendar =
    fact.type === 'booking.given-back.v1' ? calendarOfSchool(school, fact.data.event, { takesOut: true }, read) : undefined;
  return [{ ...letterToSchool(school, 'registration', setting), compose: composer(setting, content), calendar }];
};

async function contentFor(fact: Fact, school: Registration, read: TableReader) {
  if (fact.type === 'school.changed.v1') return answersChanged(fact, school);
  if (fact.type === 'school.withdrawn.v1') return withdrawn(fact, school);
  if (fact.type === 'school.confirmed.v1') return fact.data.by === 'organiser' ? confirmedForYou(school) : undefined;
  if (fact.type === 'booking.given-back.v1') return givenBack(fact, school, read);
  return fact.type === 'booking.changed.v1' ? bookingChanged(fact, school, read) : undefined;
}

function answersChanged(fact: Fact<'school.changed.v1'>, school: Registration) {
  const { changed } = fact.data;
  const { byOrganiser, ...byLink } = changeMails.placeChanged;
  const { heading, preheader, bookings, notYou, button, fields, ...text } = isByOrganiser(fact)
    ? { ...byLink, ...byOrganiser }
    : byLink;
  const rows = changed.map((field) => ({ key: text.rows[field], value: answerIn(school, field) }));
  return {
    subject: text.subject(sayList(changed.map((field) => fields[field])), school.schoolName),
    preheader,
    blocks: (link: string): MailBlock[] => [
      { kind: 'heading', text: heading },
      { kind: 'facts', rows },
      ...(changed.includes('cohorts') ? [{ kind: 'paragraph', text: bookings } as const] : []),
      { kind: 'button', text: button, href: link },
      { kind: 'paragraph', text: notYou },
    ],
  };
}

/** Numbers and half-days as they are now; of what was typed freely, only that it changed. */
function answerIn(school: Registration, field: Fact<'school.changed.v1'>['data']['changed'][number]): string {
  const { changed, removed } = changeMails.placeChanged;
  if (field === 'roles') return school.roles.map((role) => labels.roles[role]).join('; ');
  if (field === 'cohorts') return sayCohorts(school.cohorts).join('; ');
  if (field === 'halfDays') return sayHalfDays(school.halfDays).join('; ');
  if (field === 'hallCapacity' && school.hallCapacity !== undefined) return sayNumber(school.hallCapacity);
  return school[field] === undefined ? removed : changed;
}

function withdrawn(fact: Fact, school: Registration) {
  const { byOrganiser, ...byLink } = changeMails.withdrawn;
  const text = isByOrganiser(fact) ? { ...byLink, ...byOrganiser } : byLink;
  const { heading, preheader, place, again, notYou, button, subject } = text;
  return {
    subject: subject(school.schoolName),
    preheader,
    blocks: (link: string): MailBlock[] => [
      { kind: 'heading', text: heading },
      { kind: 'paragraph', text: place },
      { kind: 'paragraph', text: again },
      { kind: 'button', text: button, href: link },
      { kind: 'paragraph', text: notYou },
    ],
  };
}

function confirmedForYou(school: Registration) {
  const { subject, preheader, heading, next, button } = changeMails.confirmedForYou;
  return {
    subject: subject(school.schoolName),
    preheader,
    blocks: (link: string): MailBlock[] => [
      { kind: 'heading', text: heading },
      { kind: 'paragraph', text: next },
      { kind: 'button', text: button, href: link },
      { kind: 'paragraph', text: changeMails.placeChanged.byOrganiser.notYou },
    ],
  };
}

async function bookingChanged(fact: Fact<'booking.changed.v1'>, school: Registration, read: TableReader) {
  const booked = await bookedIn(fact, read);
  if (!booked) return undefined;
  const { heading, preheader, before, button, ...text } = changeMails.bookingChanged;
  const { event, booking } = booked;
  const rows = [...pupilRows(booking), { key: before, value: sayPupils(fact.data.before) }, ...eventRows(booked, school.urn)];
  return {
    subject: text.subject(sayPupils(booking.pupils), sayHalfDay(event.halfDay)),
    preheader,
    blocks: (link: string): MailBlock[] => [
      { kind: 'heading', text: heading },
      { kind: 'facts', rows },
      { kind: 'button', text: button, href: link },
      { kind: 'paragraph', text: changeMails.placeChanged.notYou },
    ],
  };
}

async function givenBack({ edition, data }: Fact<'booking.given-back.v1'>, school: Registration, read: TableReader) {
  const event = await read.get('event', { edition, event: data.event });
  if (!event) return undefined;
  const { heading, preheader, pupils, undo, button, subject } = changeMails.givenBack;
  const hostName = await hostNameOf(event, read);
  const rows = [{ key: pupils, value: sayPupils(data.pupils) }, ...eventRows({ event, hostName }, school.urn)];
  return {
    subject: subject(event.title, sayHalfDay(event.halfDay)),
    preheader,
    blocks: (link: string): MailBlock[] => [
      { kind: 'heading', text: heading },
      { kind: 'facts', rows },
      { kind: 'paragraph', text: undo },
      { kind: 'button', text: button, href: link },
      { kind: 'paragraph', text: changeMails.placeChanged.notYou },
    ],
  };
}

/** Tells an event's organisations that a school brings more or fewer pupils, or does not come. */
export const bookingChangedForOrganisations: Write = async (fact, read, setting) => {
  if (fact.type === 'booking.changed.v1') return numbersForOrganisations(fact, read, setting);
  return fact.type === 'booking.released.v1' ? releaseForOrganisations(fact, read, setting) : [];
};

async function numbersForOrganisations(fact: Fact<'booking.changed.v1'>, read: TableReader, setting: Setting) {
  const booked = await bookedIn(fact, read);
  if (!booked) return [];
  const { event, booking } = booked;
  const text = changeMails.bookingChangedForOrganisation;
  const rows = [
    { key: words.booking.school, value: booking.schoolName },
    ...pupilRows(booking),
    { key: changeMails.bookingChanged.before, value: sayPupils(fact.data.before) },
    ...eventRows(booked),
  ];
  const subject = text.subject(booking.schoolName, sayPupils(booking.pupils), sayHalfDay(event.halfDay));
  return lettersToOrganisations(event, { setting, read, content: { ...text, subject, blocks: blocksOf({ ...text, rows }) } });
}

async function releaseForOrganisations(fact: Fact<'booking.released.v1'>, read: TableReader, setting: Setting) {
  const [school, event] = await Promise.all([
    registrationIn(fact, read),
    read.get('event', { edition: fact.edition, event: fact.data.event }),
  ]);
  if (!school || !event || event.state === 'cancelled') return [];
  const text = changeMails.bookingReleasedForOrganisation;
  const rows = [
    { key: words.booking.school, value: school.schoolName },
    { key: text.was, value: sayPupils(fact.data.pupils) },
    ...eventRows({ event, hostName: await hostNameOf(event, read) }),
  ];
  const subject = text.subject(school.schoolName, sayHalfDay(event.halfDay));
  return lettersToOrganisations(event, { setting, read, content: { ...text, subject, blocks: blocksOf({ ...text, rows }) } });
}

type Parts = { readonly heading: string; readonly rows: readonly Row[]; readonly button: string };

function blocksOf({ heading, rows, button }: Parts) {
  return (name: string, link: string): MailBlock[] => [
    { kind: 'heading', text: heading },
    { kind: 'paragraph', text: words.greeting(name) },
    { kind: 'facts', rows },
    { kind: 'button', text: button, href: link },
  ];
}

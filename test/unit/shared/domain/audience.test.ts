import { describe, expect, it } from 'vitest';
import { audienceOf, type People, placesOf } from '#shared/domain/audience.ts';
import type { Event } from '#shared/domain/event.ts';
import type { Registration } from '#shared/domain/registration.ts';
import { idOf } from '#shared/kernel/ids.ts';
import { askedSchool, booking, event, onlineEvent, organisation, registration, response, volunteer } from '../../web/examples.ts';

const at = registration.submittedAt;
const offer = {
  edition: event.edition,
  event: event.event,
  visitor: organisation.organisation,
  kind: 'organisation',
  state: 'offered',
  offeredAt: at,
  version: 1,
} as const;
const school: Registration = { ...registration, state: 'confirmed', roles: ['host', 'attending'] };
const guest: Registration = {
  ...school,
  urn: '999002',
  registration: idOf('guest'),
  roles: ['attending'],
  contact: { ...school.contact, email: 'guest@school.example' },
};
const firm = { ...organisation, state: 'confirmed' } as const;
const helper = { ...volunteer, state: 'confirmed' } as const;
const held = { events: [event, onlineEvent], bookings: [booking], offers: [offer], registrations: [school, guest] };

function people(more: Partial<People> = {}): People {
  const everybody = { registrations: [school, guest], organisations: [firm], volunteers: [helper], responses: [] };
  return { ...everybody, places: placesOf(held), takesMail: () => true, ...more };
}
const ids = (audience: Parameters<typeof audienceOf>[0], more: Partial<People> = {}) =>
  audienceOf(audience, people(more)).readers.map(({ id }) => id);
const all = ['host', 'attending', 'online', 'organisations', 'volunteers'] as const;

describe('places', () => {
  it('are bookings, hosting and offers that were not declined, each event once and in order', () => {
    const places = placesOf({ ...held, offers: [offer, { ...offer, event: onlineEvent.event, state: 'declined' }] });
    expect(places.get(school.registration)?.map(({ event: { event: name } }) => name)).toEqual([event.event]);
    expect(places.get(firm.organisation)).toEqual([{ event, open: true }]);
  });

  it('are none at a cancelled event', () => {
    const cancelled: Event = { ...event, state: 'cancelled' };
    expect(placesOf({ ...held, events: [cancelled] }).size).toBe(0);
  });
});

describe('whom a message is for', () => {
  it('is everybody of the chosen groups, each once', () => {
    expect(ids({ groups: ['host', 'attending'] })).toEqual([school.registration, guest.registration]);
    expect(ids({ groups: ['host'] })).toEqual([school.registration]);
    expect(ids({ groups: ['organisations', 'volunteers'] })).toEqual([firm.organisation, helper.volunteer]);
  });

  it('can be those with a place at a kind of event, or on a day', () => {
    expect(ids({ groups: [...all], kind: event.kind })).toEqual([school.registration, firm.organisation]);
    expect(ids({ groups: [...all], day: event.halfDay.slice(0, 10) })).toEqual([school.registration, firm.organisation]);
    expect(ids({ groups: [...all], day: '2031-01-01' })).toEqual([]);
  });

  it('can be those who have not answered an offered place, or the survey', () => {
    expect(ids({ groups: [...all], open: 'place' })).toEqual([firm.organisation]);
    const answered = placesOf({ ...held, offers: [{ ...offer, state: 'accepted' }] });
    expect(ids({ groups: [...all], open: 'place' }, { places: answered })).toEqual([]);
    const asked = { ...askedSchool, state: 'confirmed' as const };
    const about = (asked.surveyAbout ?? []).map((one) => ({ ...response, registration: asked.registration, event: one.event }));
    expect(ids({ groups: [...all], open: 'survey' }, { registrations: [asked] })).toEqual([asked.registration]);
    expect(ids({ groups: [...all], open: 'survey' }, { registrations: [asked], responses: about })).toEqual([]);
  });

  it('is only who has confirmed, unless it is about that', () => {
    const registrations = [{ ...school, state: 'pending' as const }, guest];
    expect(ids({ groups: ['attending'] }, { registrations })).toEqual([guest.registration]);
    expect(ids({ groups: ['attending'], open: 'sign-up' }, { registrations })).toEqual([school.registration]);
  });

  it('leaves out, with a count, who withdrew, who has not confirmed, whose address takes no mail and who would get it twice', () => {
    const withdrawn = { ...guest, registration: idOf('withdrawn'), state: 'withdrawn' as const };
    const pending = { ...guest, registration: idOf('pending'), state: 'pending' as const };
    const twice = { ...helper, contact: { ...helper.contact, email: school.contact.email.toUpperCase() } };
    const { readers, left } = audienceOf(
      { groups: [...all] },
      people({
        registrations: [school, guest, withdrawn, pending],
        volunteers: [twice],
        takesMail: (email) => email !== guest.contact.email,
      }),
    );
    expect(readers.map(({ id }) => id)).toEqual([school.registration, firm.organisation]);
    expect(left).toEqual({ withdrawn: 1, unconfirmed: 1, unreachable: 1, repeated: 1 });
  });
});

import { describe, expect, it } from 'vitest';
import { changeBooking, giveBackBooking, isChangeable } from '#shared/domain/booking-changes.ts';
import type { Edition } from '#shared/domain/edition.ts';
import {
  changeContact,
  changeRegistration,
  handOver,
  handOverId,
  withdrawRegistration,
} from '#shared/domain/registration-changes.ts';
import { instant } from '#shared/kernel/time.ts';
import { booking, edition, event, registration } from '#test/unit/web/examples.ts';

const now = instant.parse('2025-02-24T10:00:00.000Z');
const lastDay = instant.parse('2025-03-07T20:00:00.000Z');
const dayAfter = instant.parse('2025-03-08T00:00:01.000Z');
const answers = {
  version: 2,
  cohorts: { year4: 12 },
  hallCapacity: 120,
  halfDays: registration.halfDays,
  accessNeeds: 'Step-free access',
  wishes: 'Jobs outdoors',
};
const change = { edition, form: answers, now };
const guest = { ...registration, roles: ['attending' as const], hallCapacity: undefined };
const inState = (state: Edition['state']) => ({ ...edition, state });

describe('given a confirmed registration, when its school changes the answers', () => {
  it('then the new ones stand, and the fact says which, most pressing first, without their content', () => {
    const { state, facts } = changeRegistration(registration, {
      ...change,
      form: { ...answers, wishes: undefined, halfDays: ['2025-03-05-am'] },
    });
    expect(state).toMatchObject({
      cohorts: { year4: 12 },
      halfDays: ['2025-03-05-am'],
      wishes: undefined,
      version: 3,
      changedAt: now,
    });
    expect(facts).toEqual([
      {
        type: 'school.changed.v1',
        data: {
          registration: registration.registration,
          urn: registration.urn,
          roles: registration.roles,
          pupils: 12,
          version: 3,
          changed: ['cohorts', 'halfDays', 'wishes'],
        },
      },
    ]);
  });

  it('then the same answers change nothing, whatever version was shown', () => {
    const same = { ...answers, version: 1, cohorts: registration.cohorts };
    expect(changeRegistration(registration, { ...change, form: same })).toEqual({ state: registration, facts: [] });
  });

  it('then a host needs a hall, and a guest does not', () => {
    const form = { ...answers, hallCapacity: undefined };
    expect(() => changeRegistration(registration, { ...change, form })).toThrow(
      expect.objectContaining({ code: 'hall-missing' }),
    );
    expect(changeRegistration(guest, { ...change, form }).facts).toHaveLength(1);
  });

  it('then what somebody else changed meanwhile is not overwritten', () => {
    const newer = { ...registration, version: 3 };
    expect(() => changeRegistration(newer, change)).toThrow(
      expect.objectContaining({ kind: 'conflict', code: 'changed-meanwhile' }),
    );
  });

  it.each(['draft', 'surveying', 'reported'] as const)('then an edition that is %s refuses', (state) => {
    expect(() => changeRegistration(registration, { ...change, edition: inState(state) })).toThrow(
      expect.objectContaining({ code: 'edition-over' }),
    );
  });

  it('then the last day is not too late, and the day after is', () => {
    expect(changeRegistration(registration, { ...change, now: lastDay }).facts).toHaveLength(1);
    expect(() => changeRegistration(registration, { ...change, now: dayAfter })).toThrow(
      expect.objectContaining({ code: 'edition-over' }),
    );
  });
});

describe('given a registration that is not confirmed, when it is changed', () => {
  it.each([
    ['pending', 'not-confirmed'],
    ['withdrawn', 'withdrawn'],
  ] as const)('then %s is refused', (state, code) => {
    const current = { ...registration, state };
    const contact = { name: 'B. Fictional', email: 'b@alder.example' };
    expect(() => changeRegistration(current, change)).toThrow(expect.objectContaining({ code }));
    expect(() => changeContact(current, { edition, form: { version: 2, contact }, now })).toThrow(
      expect.objectContaining({ code }),
    );
    expect(() => handOver(current, { edition, form: { version: 2, contact }, now })).toThrow(expect.objectContaining({ code }));
  });
});

describe('given a confirmed registration, when its contact is corrected', () => {
  const correct = (contact: object, version = 2) =>
    changeContact(registration, {
      edition: inState('surveying'),
      form: { version, contact: { name: 'B. Fictional', ...contact } },
      now,
    });

  it('then the address stays, also while schools are asked how it was', () => {
    const { state, facts } = correct({ telephone: '01632 960 003' });
    expect(state.contact).toEqual({ name: 'B. Fictional', telephone: '01632 960 003', email: registration.contact.email });
    expect(facts).toMatchObject([{ type: 'school.changed.v1', data: { changed: ['contact'] } }]);
  });

  it('then the same details change nothing, and an old version is refused', () => {
    const { email: _, ...same } = registration.contact;
    expect(correct(same, 1).facts).toEqual([]);
    expect(() => correct({}, 1)).toThrow(expect.objectContaining({ code: 'changed-meanwhile' }));
  });
});

describe('given a confirmed registration, when it is handed over', () => {
  const contact = { name: 'C. Fictional', email: 'c@alder.example' };
  const give = (form: object = {}) => handOver(registration, { edition, form: { version: 2, contact, ...form }, now });

  it('then the colleague alone answers for it: nothing of the earlier contact stays', () => {
    const { state, facts } = give();
    expect(state.contact).toEqual(contact);
    expect(state.registration).toBe(registration.registration);
    const { urn } = registration;
    const data = { registration: registration.registration, urn, handOver: handOverId(state), version: 3 };
    expect(facts).toEqual([{ type: 'school.handed-over.v1', data }]);
  });

  it('then each hand-over has an id of its own', () => {
    const { state } = give();
    expect(handOverId({ ...state, version: 4 })).not.toBe(handOverId(state));
  });

  it('then one’s own address, in any letters, and an old version are refused', () => {
    const own = { name: 'C. Fictional', email: registration.contact.email.toUpperCase() };
    expect(() => give({ contact: own })).toThrow(expect.objectContaining({ kind: 'invalid', code: 'same-address' }));
    expect(() => give({ version: 1 })).toThrow(expect.objectContaining({ code: 'changed-meanwhile' }));
  });
});

describe('given a registration with bookings, when it is withdrawn', () => {
  const bookings = [
    booking,
    { ...booking, event: 'attended', attended: 0 },
    { ...booking, event: 'of-another', registration: 'b'.repeat(20) },
  ];
  const waiting = [{ ...booking, event: 'asked', state: 'offered' as const, askedAt: now, version: 4 }].map(
    ({ bookedAt: _, ...entry }) => entry,
  );
  const leave = (current = registration) =>
    withdrawRegistration(current, { edition, form: { version: 2, reason: 'Our hall' }, now, bookings, waiting });

  it('then those that nobody attended are released, and no other', () => {
    const { state, facts } = leave();
    expect(state).toMatchObject({ state: 'withdrawn', withdrawnAt: now, withdrawalReason: 'Our hall', version: 3 });
    expect(facts.map(({ type }) => type)).toEqual(['school.withdrawn.v1', 'booking.released.v1', 'waiting.left.v1']);
    expect(facts[1]?.data).toMatchObject({ event: booking.event, pupils: 30 });
  });

  it('then withdrawing again changes nothing', () => {
    const { state } = leave();
    expect(leave(state)).toEqual({ state, facts: [] });
  });

  it('then one that waits to be confirmed can go too', () => {
    expect(leave({ ...registration, state: 'pending' }).state.state).toBe('withdrawn');
  });

  it('then not unseen, and not after the week', () => {
    expect(() => leave({ ...registration, version: 3 })).toThrow(expect.objectContaining({ code: 'changed-meanwhile' }));
    expect(() => withdrawRegistration(registration, { edition, form: { version: 2 }, now: dayAfter, bookings, waiting })).toThrow(
      expect.objectContaining({ code: 'edition-over' }),
    );
  });
});

describe('given a booking, when the school changes its numbers', () => {
  const eve = instant.parse('2025-03-02T23:59:59.000Z');
  const change = (form: object = {}, more: object = {}) =>
    changeBooking(booking, { event, form: { version: 1, cohorts: { year6: 20 }, ...form }, now: eve, ...more });

  it('then the fact says what it is now and what it was', () => {
    const { state, facts } = change();
    expect(state).toMatchObject({ cohorts: { year6: 20 }, pupils: 20, version: 2, changedAt: eve });
    expect(facts).toMatchObject([{ type: 'booking.changed.v1', data: { pupils: 20, before: 30, version: 2 } }]);
  });

  it('then the same numbers change nothing, and an old version is refused', () => {
    expect(change({ cohorts: booking.cohorts, version: 0 })).toEqual({ state: booking, facts: [] });
    expect(() => change({ version: 0 })).toThrow(expect.objectContaining({ code: 'changed-meanwhile' }));
  });

  it.each([
    ['event-day', booking, event, '2025-03-03T00:00:00.000Z'],
    ['event-cancelled', booking, { ...event, state: 'cancelled' as const }, '2025-02-24T10:00:00.000Z'],
    ['attendance-taken', { ...booking, attended: 0 }, event, '2025-02-24T10:00:00.000Z'],
  ])('then %s is too late', (code, current, at, moment) => {
    const when = instant.parse(moment);
    expect(isChangeable(current, at, when)).toBe(false);
    const form = { version: 1, cohorts: { year6: 20 } };
    expect(() => changeBooking(current, { event: at, form, now: when })).toThrow(expect.objectContaining({ code }));
  });
});

describe('given a booking, when its school gives the places back', () => {
  const form = { version: 1 };

  it('then one fact says so, and another that they are free', () => {
    const { facts } = giveBackBooking(booking, { event, form, now });
    expect(facts.map(({ type }) => type)).toEqual(['booking.given-back.v1', 'booking.released.v1']);
  });

  it('then not by an old page, after the pupils were counted, on the day, or once the event is cancelled', () => {
    const cancelled = { ...event, state: 'cancelled' as const };
    expect(() => giveBackBooking(booking, { event, form: { version: 0 }, now })).toThrow(/while you were looking/);
    expect(() => giveBackBooking({ ...booking, attended: 0 }, { event, form, now })).toThrow(/have been counted/);
    expect(() => giveBackBooking(booking, { event, form, now: instant.parse('2025-03-03T07:00:00.000Z') })).toThrow(/too late/);
    expect(() => giveBackBooking(booking, { event: cancelled, form, now })).toThrow(/organiser cancelled/);
  });
});

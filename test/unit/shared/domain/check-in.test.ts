import { describe, expect, test } from 'vitest';
import { cameOf, checkIn, checkInForm, checkInGroup, type CheckInForm, expectedGroups } from '#shared/domain/check-in.ts';
import { instant } from '#shared/kernel/time.ts';
import { booking, event } from '../../web/examples.ts';

const now = instant.parse(`${event.halfDay.slice(0, 10)}T09:00:00.000Z`);
const bookings = [booking, { ...booking, urn: '999009', schoolName: 'Second School', pupils: 20 }];
const [group] = expectedGroups(bookings, [
  {
    group: 3,
    members: [
      { school: booking.urn, pupils: 7 },
      { school: '999009', pupils: 5 },
    ],
    adult: { school: booking.urn, name: 'An Adult' },
  },
]);
if (!group) throw new Error('no group');
const given = { event, group, by: 'school' as const, now };
const form = (more: Partial<CheckInForm> = {}): CheckInForm => ({ group: 'group-3', state: 'came', seen: 0, ...more });
const everybody = checkInGroup(undefined, { ...given, form: form() }).state;

describe('a check-in', () => {
  test('by one press counts everybody who was expected, school by school', () => {
    const { state, facts } = checkInGroup(undefined, { ...given, form: form() });
    expect(state).toMatchObject({ state: 'came', came: [{ pupils: 7 }, { pupils: 5 }], expected: 12, version: 1, by: 'school' });
    expect(facts).toMatchObject([{ type: 'group.checked-in.v1', data: { group: 'group-3', pupils: 12, version: 1 } }]);
    expect(checkIn.safeParse(state).success).toBe(true);
  });

  test('that is corrected keeps what stood before, and the same again changes nothing', () => {
    const came = [`${booking.urn}:6`, '999009:5'];
    const { state } = checkInGroup(everybody, { ...given, form: form({ came, seen: 1 }) });
    expect(state).toMatchObject({
      came: [{ pupils: 6 }, { pupils: 5 }],
      version: 2,
      earlier: [{ came: [{ pupils: 7 }, { pupils: 5 }] }],
    });
    expect(checkInGroup(state, { ...given, form: form({ came, seen: 2 }) }).facts).toEqual([]);
    expect(checkInGroup(everybody, { ...given, form: form({ seen: 0 }) }).facts).toEqual([]);
  });

  test('tells a group that did not come from one that had said so before; neither brings a pupil', () => {
    const noShow = checkInGroup(everybody, { ...given, form: form({ state: 'no-show', seen: 1 }) }).state;
    const withdrew = checkInGroup(noShow, { ...given, form: form({ state: 'withdrew', seen: 2 }) }).state;
    expect([noShow.state, withdrew.state]).toEqual(['no-show', 'withdrew']);
    expect([cameOf(booking.urn, [noShow]), cameOf(booking.urn, [withdrew]), cameOf(booking.urn, [everybody])]).toEqual([0, 0, 7]);
    expect(withdrew.earlier.map(({ state }) => state)).toEqual(['came', 'no-show']);
  });

  test.each([
    ['changed-meanwhile', { state: 'no-show' as const }, everybody, given],
    ['count-unclear', { came: [`${booking.urn}:0`, '999009:0'] }, undefined, given],
    ['count-unclear', { came: ['999111:4'] }, undefined, given],
    ['event-cancelled', {}, undefined, { ...given, event: { ...event, state: 'cancelled' as const } }],
    ['not-today-yet', {}, undefined, { ...given, now: instant.parse('2025-01-01T09:00:00.000Z') }],
  ])('is refused as %s', (code, more, current, at) => {
    expect(() => checkInGroup(current, { ...at, form: form(more) })).toThrow(expect.objectContaining({ code }));
  });

  test('takes no counts that are not numbers, and no more than three digits', () => {
    for (const came of [['900001:-1'], ['900001:1000'], ['900001'], ['x:1']])
      expect(checkInForm.safeParse(form({ came })).success).toBe(false);
  });

  test('without a rotation is one for each booked school', () => {
    expect(expectedGroups(bookings, undefined).map((one) => one.group)).toEqual([`school-${booking.urn}`, 'school-999009']);
  });
});

import { describe, expect, test } from 'vitest';
import { patience, tasksOfOffer, tasksOfRegistration, tasksOfSignUp } from '#shared/domain/task.ts';
import { instant, secondsAfter } from '#shared/kernel/time.ts';
import { event, organisation, registration, volunteer } from '../../web/examples.ts';

const now = instant.parse('2025-02-03T09:30:00.000Z');
const kinds = (tasks: readonly { kind: string }[]) => tasks.map(({ kind }) => kind);

describe('what waits for an organiser', () => {
  test('a school nobody has confirmed waits at once, one that is confirmed or withdrawn does not', () => {
    expect(kinds(tasksOfRegistration({ ...registration, state: 'pending' }, undefined))).toEqual(['approve']);
    expect(tasksOfRegistration({ ...registration, state: 'confirmed' }, undefined)).toEqual([]);
    expect(tasksOfRegistration({ ...registration, state: 'withdrawn' }, now)).toEqual([]);
  });

  test('a contact whose mail came back waits, confirmed or not', () => {
    expect(kinds(tasksOfRegistration({ ...registration, state: 'confirmed' }, now))).toEqual(['bounced']);
    expect(kinds(tasksOfSignUp({ ...volunteer, state: 'confirmed' }, now, now))).toEqual(['bounced']);
  });

  test.each([organisation, volunteer])('a sign-up waits once its mailbox was silent for two days', (one) => {
    const pending = { ...one, state: 'pending' as const, signedUpAt: now };
    expect(tasksOfSignUp(pending, undefined, secondsAfter(now, patience.confirm - 1))).toEqual([]);
    expect(kinds(tasksOfSignUp(pending, undefined, secondsAfter(now, patience.confirm)))).toEqual(['unconfirmed']);
    expect(tasksOfSignUp({ ...pending, state: 'confirmed' }, undefined, secondsAfter(now, patience.confirm))).toEqual([]);
  });

  test('an offered place waits after four silent days, a declined one at once, and none of a cancelled event', () => {
    const visitor = organisation.organisation;
    const offer = {
      edition: event.edition,
      event: event.event,
      kind: 'organisation',
      visitor,
      offeredAt: now,
      version: 1,
    } as const;
    const at = (seconds: number) => secondsAfter(now, seconds);
    expect(tasksOfOffer({ ...offer, state: 'offered' }, event, at(patience.reply - 1))).toEqual([]);
    expect(kinds(tasksOfOffer({ ...offer, state: 'offered' }, event, at(patience.reply)))).toEqual(['no-reply']);
    expect(kinds(tasksOfOffer({ ...offer, state: 'declined' }, event, now))).toEqual(['short']);
    expect(tasksOfOffer({ ...offer, state: 'accepted' }, event, at(patience.reply))).toEqual([]);
    expect(tasksOfOffer({ ...offer, state: 'declined' }, { ...event, state: 'cancelled' }, now)).toEqual([]);
  });
});

import { afterEach, expect, test } from 'vitest';
import { setClock } from '#functions/runtime/clock.ts';
import { sessionCookies, sessionOf } from '#functions/runtime/sessions.ts';
import { tokenHash } from '#shared/kernel/ids.ts';
import { epochSecondsOf, instant, secondsAfter } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';

const now = instant.parse('2025-03-03T09:30:00.000Z');
const expiresAt = epochSecondsOf(secondsAfter(now, 60));
const session = { hash: tokenHash('secret'), organiser: 'subject', name: 'O. Fictional', expiresAt };

/** A table that holds one organiser's session and nothing else. */
const read = {
  get: async (name: string, key: { readonly hash?: string }) =>
    name === 'organiserSession' && key.hash === session.hash ? session : undefined,
  list: async () => [],
  due: async () => [],
} satisfies Record<keyof TableReader, unknown>;

const cookies = { [sessionCookies.organiser]: 'secret' };
afterEach(() => setClock(() => instant.parse(new Date().toISOString())));

test('a browser has its session until the second it ends', async () => {
  setClock(() => secondsAfter(now, 59));
  expect(await sessionOf('organiser', cookies, { read })).toEqual(session);
  setClock(() => secondsAfter(now, 60));
  await expect(sessionOf('organiser', cookies, { read })).rejects.toMatchObject({ code: 'sign-in-needed' });
});

test('a session of one kind opens no route of another, and a wrong or missing token none', async () => {
  setClock(() => now);
  await expect(sessionOf('link', { [sessionCookies.link]: 'secret' }, { read })).rejects.toMatchObject({ code: 'link-needed' });
  await expect(sessionOf('organiser', { [sessionCookies.organiser]: 'secrets' }, { read })).rejects.toMatchObject({
    code: 'sign-in-needed',
  });
  await expect(sessionOf('organiser', {}, { read })).rejects.toMatchObject({ code: 'sign-in-needed' });
});

test('a route for anyone asks for no session', async () => {
  expect(await sessionOf('anyone', cookies, {})).toBeUndefined();
});

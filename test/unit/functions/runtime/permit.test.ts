import { expect, test } from 'vitest';
import { permit, proofLasts } from '#functions/runtime/permit.ts';
import { emailAddress } from '#shared/domain/fields.ts';
import { firstTeam, organiserId } from '#shared/domain/team.ts';
import { epochSecondsOf, instant, secondsAfter } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';

const now = instant.parse('2025-03-03T09:30:00.000Z');
const email = emailAddress.parse('organiser@larkford.example');
const team = firstTeam('larkford-2025', email, now);
const read: TableReader = {
  get: async (name, key) =>
    Object.assign(
      Object.create(null),
      name === 'team' && 'edition' in key && key.edition === team.edition ? team : { members: [] },
    ),
  list: async () => [],
  due: async () => [],
};
const session = {
  hash: 'x',
  organiser: organiserId(email),
  name: 'O. Fictional',
  email,
  provedAt: now,
  expiresAt: epochSecondsOf(secondsAfter(now, 43_200)),
};
const params = { edition: team.edition };

test('what asks for a fresh proof takes one of a quarter of an hour, and no older', async () => {
  const exporting = { needs: 'viewer', stepUp: true } as const;
  const at = (seconds: number) => permit(exporting, session, params, read, secondsAfter(now, seconds));
  expect(await at(proofLasts)).toMatchObject({ roles: team.members[0]?.roles });
  await expect(at(proofLasts + 1)).rejects.toMatchObject({ code: 'proof-needed' });
});

test('a route that asks for no fresh proof takes the session as long as it lasts', async () => {
  expect(await permit({ needs: 'viewer' }, session, params, read, secondsAfter(now, 40_000))).toMatchObject({ email });
});

test('a path without an edition gives no roles', async () => {
  expect(await permit({ needs: 'anybody' }, session, {}, read, now)).toMatchObject({ roles: [] });
  await expect(permit({ needs: 'viewer' }, session, {}, read, now)).rejects.toMatchObject({ code: 'edition-unknown' });
});

import { secondsAfter } from '#shared/kernel/time.ts';
import { openLink } from '../flow/larkford.ts';
import { type City, organiserPath, post } from './city.ts';
import { type CityPage, sent, shown } from './city-page.ts';

const byOrganiser = { as: 'organiser' } as const;
const path = `${organiserPath}/invitations`;
const invited = 'hello@bakery.example';

/** Two are invited to sign up; one of them presses Continue, the other says no. */
export async function inviteSome(city: City): Promise<void> {
  const { system, cookies } = city;
  const addresses = `Fictional Bakery, ${invited}\nFictional Zoo, keeper@zoo.example`;
  await post(city, path, { group: 'typed-organisation', addresses, sure: 'yes' }, cookies.get('organiser'));
  await system.settle();
  system.clock.set(secondsAfter(system.clock.now(), 301));
  await system.runJob('send-queued-mails');
  cookies.set('invited', await openLink(city, invited));
  cookies.set('declined', await openLink(city, 'keeper@zoo.example'));
  await post(city, '/my/invitation/decline', { how: 'never' }, cookies.get('declined'));
}

/** Inviting people to sign up, and what they see. */
export const invitationPages: readonly CityPage[] = [
  shown('invitations', path, byOrganiser),
  shown('invitations, those of one state', `${path}?state=open`, byOrganiser),
  shown('invitations, some just sent', `${path}?done=2`, byOrganiser),
  sent('invitations, nothing chosen', path, 'See who would be invited', byOrganiser),
  {
    ...shown('invitations, who would be invited', path, byOrganiser),
    act: async (page) => {
      await page.getByLabel('Volunteers at addresses I type in').check();
      await page.getByLabel('Addresses, one on each line').fill('W. Fictional, w@volunteer.example\nkeeper@zoo.example');
      await page.getByRole('button', { name: 'See who would be invited' }).click();
      await page.getByRole('button', { name: 'Send the invitation' }).waitFor();
    },
  },
  shown('mailed link of an invitation', (city) => city.link(invited)),
  shown('invitation', '/my/invitation', { as: 'invited' }),
  sent('invitation, no without a choice', '/my/invitation', 'Say no', { as: 'invited' }),
  shown('invitation, declined', '/my/invitation', { as: 'declined' }),
];

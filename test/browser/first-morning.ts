import { instant } from '#shared/kernel/time.ts';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import { openLink } from '../flow/larkford.ts';
import { type City, confirming, post, waiting } from './city.ts';

const firstMorning = instant.parse('2025-03-10T08:30:00.000Z');

/** The morning of the first event: both who were offered a place have accepted it, and two have withdrawn. */
export async function beginWeek(city: City): Promise<void> {
  const { system, cookies } = city;
  for (const who of ['organisation', 'volunteer'])
    await post(city, '/my/offers/monday', { answer: 'accepted' }, cookies.get(who));
  await withdraw(city, '/my/place/withdraw', 'waiting school');
  await withdraw(city, '/my/withdrawal', 'waiting volunteer');
  await system.settle();
  system.clock.set(firstMorning);
  for (const [who, email] of [...confirming, ...waiting]) cookies.set(who, await openLink(city, email));
  cookies.set('organiser', await signInAsOrganiser(system.origin));
}

/** Withdraws as the page has it: with the version of what it showed. */
async function withdraw(city: City, path: string, who: string): Promise<void> {
  const cookie = city.cookies.get(who) ?? '';
  const shown = await fetch(new URL(path, city.system.origin), { headers: { accept: 'text/html', cookie } });
  const [, version = ''] = /name="version" value="(\d+)"/.exec(await shown.text()) ?? [];
  await post(city, path, { version }, cookie);
}

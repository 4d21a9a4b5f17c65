import { organiserList } from '../flow/larkford.ts';
import { type CityPage, empty, filled, sent, shown } from './city-page.ts';
import { type City, organiserPath } from './city.ts';

const as = { as: 'organiser' } as const;
const write = `${organiserPath}/write-message`;
const mail = (name: string, rest = '') =>
  [({ ids }: Pick<City, 'ids'>) => `${organiserPath}/mails/${ids.get(name)}${rest}`, as] as const;
const message = (name: string, rest = '') =>
  [({ ids }: Pick<City, 'ids'>) => `${organiserPath}/messages/${ids.get(name)}${rest}`, as] as const;

/** Mails, outbox and messages before there are any. */
export const emptyOutbox: readonly CityPage[] = [
  shown('outbox, empty', `${organiserPath}/outbox`, { ...as, state: 'no data' }),
  shown('people whose email came back, nobody', `${organiserPath}/mails?needs=bounced`, { ...as, state: 'no data' }),
  shown('messages, none', `${organiserPath}/messages`, { ...as, state: 'no data' }),
  empty('write a message', write, as),
  sent('write a message, nothing filled in', write, 'Save and see who gets it', as),
  shown('no such message', `${organiserPath}/messages/nowhere`, { ...as, status: 404 }),
];

/** The same once mails wait, came back and are about to go. */
export const filledOutbox: readonly CityPage[] = [
  shown('emails, one state', `${organiserPath}/mails?state=held`, as),
  shown('emails, nothing fits', `${organiserPath}/mails?q=hogwash`, as),
  shown('people whose email came back', `${organiserPath}/mails?needs=bounced`, as),
  shown('email, held', ...mail('held mail')),
  {
    ...filled('email, held, edited', ...mail('held mail')),
    act: async (page) => {
      await page.getByLabel('Subject (leave empty for ours)').fill('Your place, and where to park');
      await page.getByLabel('A paragraph to add (optional)').fill('Please park at the back.');
    },
  },
  sent('email, dropped without a reason', mail('held mail')[0], 'Take it out of the outbox', as),
  shown('email, as its reader sees it', ...mail('held mail', '/preview')),
  shown('email that came back', ...mail('bounced mail')),
  sent('email that came back, sent to the same address', mail('bounced mail')[0], 'Send it again', as),
  shown('outbox', `${organiserPath}/outbox?done=send&count=1&late=1`, as),
  filled('outbox, all ticked', `${organiserPath}/outbox?all=yes`, as),
  sent('outbox, nothing ticked', `${organiserPath}/outbox`, 'Send the ticked emails', as),
  shown('messages', `${organiserPath}/messages`, as),
  shown('message', ...message('message')),
  shown('message, as a reader sees it', ...message('message', '/preview')),
  filled('message to change', ...message('message', '/edit')),
  shown('message about to go', ...message('queued message')),
];

/** The edition holds its confirmations: some wait, one is about to go; one message is a draft, another about to go. */
export async function fillOutbox(city: City): Promise<void> {
  const organiser = city.cookies.get('organiser');
  const post = async (path: string, form: Parameters<City['client']['post']>[1]) => {
    const { status, location, text } = await city.client.post(`${organiserPath}${path}`, form, organiser);
    if (status !== 303) throw new Error(`${path} answered ${status}: ${/<h1[^>]*>([^<]*)/.exec(text)?.[1] ?? ''}`);
    return location.split('/').at(-1) ?? '';
  };
  const newest = async (state: string) => (await organiserList(city, `mails?state=${state}`))['mails']?.[0]?.['mail'] ?? '';
  city.ids.set('bounced mail', await newest('bounced'));
  await post('/outbox/hold', { holds: 'confirmations' });
  const visit = {
    kind: 'special',
    venue: 'Own site',
    sessions: 2,
    places: 60,
    organisations: [city.ids.get('organisation') ?? ''],
  };
  const days = { builder: '2025-03-12-am', painter: '2025-03-13-am', sailor: '2025-03-14-am' };
  for (const [reference, halfDay] of Object.entries(days)) {
    await post('/events', { ...visit, reference, halfDay, title: `See what a ${reference} does` });
  }
  await city.system.settle();
  await post('/outbox/send', { mails: await newest('held') });
  city.ids.set('held mail', await newest('held'));
  for (const name of ['queued message', 'message']) {
    const body = 'Hello ((name))\n\nPlease park at the back.\n\nYour places:\n((events))';
    const groups = ['attending', 'organisations', 'volunteers'];
    city.ids.set(name, await post('/messages', { subject: `Where to park: ${name}`, body, groups }));
  }
  await post(`/messages/${city.ids.get('queued message')}/send`, { version: 1 });
}

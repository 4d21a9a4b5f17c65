import { endTrial, trialAuthority } from '#shared/domain/trial.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { idOf } from '#shared/kernel/ids.ts';
import { mailingRoutes } from '#shared/system/protections.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { PostCall } from '../../runtime/http.ts';
import { findEdition } from '../find.ts';
import { keepEdition } from './keep-edition.ts';
import { goingBy } from './what-goes.ts';

type Clear = PostCall<'POST /organiser/editions/{edition}/trial/clear', 'trial'>;

/** How often it looks again for what consumers wrote while it cleared. */
const mostPasses = 5;

/**
 * Takes everything out of a draft that is being tried, and then ends the trial. Interrupted, it goes on where it is
 * pressed again: the trial stands until a look around finds nothing left.
 */
export async function clear(call: Clear): Promise<Answer> {
  const { ports, params } = call;
  const seeOther = `/organiser/editions/${params.edition}/trial`;
  const { edition } = await findEdition(ports.read, params.edition, { drafts: true });
  if (!edition.trial) return { seeOther, data: { state: 'clear' } };
  let left = -1;
  for (let pass = 0; left !== 0; pass += 1) {
    if (pass === mostPasses) {
      throw new AppError('unavailable', 'still-working', 'The test data is still being worked on. Press the button again.');
    }
    left = await clearOnce(call);
  }
  // The made-up schools are in no edition; another draft may be tried with them just now.
  const editions = await ports.read.list('edition', {});
  const alone = editions.every((one) => one.edition === params.edition || !one.trial);
  if (alone) await ports.empty('school', { la: trialAuthority });
  await keepEdition({ ...call, requestKey: undefined }, params.edition, endTrial);
  return { seeOther, data: { state: 'clear' } };
}

/** Gives how many items it took away. What hangs on an event, a subject or an address goes first, while that is there to name it. */
async function clearOnce({ ports: { read, empty }, params: { edition } }: Clear): Promise<number> {
  const key = { edition };
  const [events, registrations, organisations, volunteers, messages, reports, classes] = await Promise.all([
    read.list('event', key),
    read.list('registration', key),
    read.list('organisation', key),
    read.list('volunteer', key),
    read.list('message', key),
    read.list('reportEdition', key),
    read.list('pupilClass', key),
  ]);
  const people = [...registrations, ...organisations, ...volunteers];
  const subjects = [
    ...registrations.map(({ registration }) => registration),
    ...organisations.map(({ organisation }) => organisation),
    ...volunteers.map(({ volunteer }) => volunteer),
    ...events.map(({ event }) => event),
    ...messages.map(({ message }) => message),
  ];
  const addresses = people.map(({ contact }) => idOf('limit', contact.email.toLowerCase()));
  const hanging = await Promise.all([
    ...events.flatMap(({ event }) => goingBy('event').map((name) => empty(name, { edition, event }))),
    ...subjects.flatMap((subject) => goingBy('subject').map((name) => empty(name, { edition, subject }))),
    ...reports.flatMap(({ snapshot }) => goingBy('snapshot').map((name) => empty(name, { edition, snapshot }))),
    ...classes.flatMap(({ code }) => goingBy('class').map((name) => empty(name, { edition, code }))),
    ...addresses.flatMap((address) =>
      mailingRoutes.flatMap((route) => goingBy('limit').map((name) => empty(name, { edition, route, address }))),
    ),
  ]);
  const own = await Promise.all(goingBy('edition').map((name) => empty(name, key)));
  return [...hanging, ...own].reduce((sum, one) => sum + one, 0);
}

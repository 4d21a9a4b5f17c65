import { accepted, listIn, numberIn, openLink, organiserPath, textIn, valueAt, type Week } from './browsing.ts';
import { confirmByLink } from './sign-ups.ts';

/** The most days with children in any thirty that wait for nobody (decision 034). */
const mostDays = 3;

/** The helper of the plan confirms by link, before anybody asks them. */
export async function confirmHelper(week: Week): Promise<void> {
  if (week.plan.helper) await confirmByLink(week, week.plan.helper.email);
}

/**
 * The helper says yes to each place they are asked for; the first on a day that is one too many waits for the safeguarding
 * lead, who sees the days and decides.
 */
export async function askHelper(week: Week): Promise<void> {
  const { plan, client, ledger, problems } = week;
  const { helper } = plan;
  if (!helper) return;
  const cookie = await openLink(week, helper.email);
  const days = new Set<string>();
  const stopped: string[] = [];
  for (const reference of helper.events) {
    const day = plan.events.find((one) => one.reference === reference)?.halfDay.slice(0, 10) ?? '';
    await accepted(week, `/my/offers/${reference}`, { answer: 'accepted' }, cookie);
    const state = textIn(await client.read(`/my/offers/${reference}`, cookie), 'offer', 'state');
    const over = !days.has(day) && days.size >= mostDays;
    if (state !== (over ? 'waiting' : 'accepted')) problems.push(`the helper’s place at ${reference} is ${state}`);
    if (state === 'waiting') stopped.push(reference);
    else {
      days.add(day);
      ledger.visits.push({ event: reference, email: helper.email });
    }
  }
  await week.system.settle();
  for (const reference of stopped) await decide(week, reference);
}

async function decide(week: Week, reference: string): Promise<void> {
  const { client, plan, ledger, said } = week;
  const { helper } = plan;
  const path = `${organiserPath}/safeguarding/${week.volunteers.get(helper?.email ?? '')}`;
  const standing = await client.read(path, week.cookie);
  const waiting = listIn(standing, 'waiting').find((one) => valueAt(one, 'event', 'event') === reference);
  const dates = listIn(valueAt(waiting, 'crossing'), 'days').map((one) => `${textIn(one, 'date')} ${textIn(one, 'where')}`);
  const form = {
    event: reference,
    version: numberIn(waiting, 'offer', 'version'),
    outcome: helper?.outcome,
    reason: 'Looked at on the day (simulated)',
  };
  await accepted(week, `${path}/decisions`, form, week.cookie);
  await week.system.settle();
  if (helper?.outcome === 'confirmed') ledger.visits.push({ event: reference, email: helper.email });
  said.push(
    `One volunteer said yes to a day over the safeguarding line (${reference}). The lead was shown ${dates.length} days:`,
    ...dates.map((one) => `  ${one}`),
    `  and decided: ${helper?.outcome}.`,
  );
}

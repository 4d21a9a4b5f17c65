import { type Desk, moveTo } from './desk.ts';
import { mailOf } from './fill.ts';
import type { FundingInputs } from './inputs.ts';

/** One class by its school, its code and its children's own codes. */
export type AskedClass = { readonly urn: string; readonly code: string; readonly codes: readonly string[] };

/** An event to which every school comes; each opens a class, and its children answer for the first time. */
export async function askBefore(desk: Desk, { schools }: FundingInputs): Promise<AskedClass[]> {
  await moveTo(desk, '2022-01-12T10:00:00.000Z');
  await desk.post(`${desk.console}/events`, {
    reference: 'beginning',
    kind: 'online',
    title: 'The beginning (simulated)',
    organisations: [await desk.organisation('Simulated rail company')],
    halfDay: '2022-01-12-am',
    sessions: 1,
    places: 400,
  });
  const registrations = await desk.registrations();
  const classes: AskedClass[] = [];
  for (const { urn, children } of schools) {
    const booking = { registration: registrations.get(urn), 'cohorts.year5': children.length };
    await desk.post(`${desk.console}/events/beginning/bookings`, booking);
    const as = await desk.link(mailOf(urn));
    const form = { event: 'beginning', year: 'year5', pupils: children.length, rounds: 'twice' };
    const { code } = await desk.send<{ code: string }>('/my/classes', form, as);
    const { codes } = await desk.read<{ codes: string[] }>(`/my/classes/${code}/codes`, as);
    classes.push({ urn, code, codes });
  }
  await answer(desk, { schools }, classes, 0);
  return classes;
}

/** The same children answer for the second time. */
export async function askAfter(desk: Desk, inputs: FundingInputs, classes: readonly AskedClass[]): Promise<void> {
  for (const { urn, code } of classes) await desk.send(`/my/classes/${code}`, { round: 'endline' }, await desk.link(mailOf(urn)));
  await answer(desk, inputs, classes, 1);
  await desk.settle();
}

async function answer(
  desk: Desk,
  { schools }: Pick<FundingInputs, 'schools'>,
  classes: readonly AskedClass[],
  round: 0 | 1,
): Promise<void> {
  for (const { urn, code, codes } of classes) {
    const children = schools.find((one) => one.urn === urn)?.children ?? [];
    for (const [index, { before, after, jobs }] of children.entries()) {
      const yes = round === 0 ? before : after;
      await desk.send(`/c/${code}`, { child: codes[index], 'any-job': yes ? 3 : 1, 'jobs-named': jobs[round] }, '');
    }
  }
}

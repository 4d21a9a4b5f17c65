import { localOrganisers } from '#local/identity.ts';
import type { FormFields } from '#local/demo/http-client.ts';
import { secondsAfter } from '#shared/kernel/time.ts';
import { signInAsOrganiser } from '#local/sign-in-client.ts';
import { edition, type Larkford, organisationForm, schoolForm } from '../../flow/larkford.ts';

export const week = 'Larkford Primary Aspirations Week 2025';
export const elsewhereWeek = 'Marlow Vale Careers Week 2025 (fictional)';
const elsewherePath = '/organiser/editions/marlow-vale-2025';
export const weekPath = `/organiser/editions/${edition}`;
export const alder = 'Alder Bank Primary School (fictional)';
export const canal = 'Canal Street Infant School (fictional)';
/** Where no mail to the second school arrives, and where it does. */
export const canalAddress = { wrong: 'offise@canal-street.example', right: 'office@canal-street.example' };

const threeDays = 3 * 86_400;

/**
 * The week as the organiser finds it: two schools wait for approval, the mail to one of them came back, and an
 * organisation has not confirmed for three days. One organiser may only view it; another has a week of another city.
 */
export async function setScene(larkford: Larkford): Promise<void> {
  const { system, client } = larkford;
  const send = async (path: string, form: FormFields, cookie?: string) => {
    const { status, text } = await client.post(path, form, cookie);
    if (status !== 303) throw new Error(`${path} answered ${status}: ${/<h1[^>]*>([^<]*)/.exec(text)?.[1] ?? ''}`);
  };
  const register = `/editions/${edition}/schools/register`;
  await send(`/editions/${edition}/organisations/sign-up`, organisationForm());
  await system.settle();
  system.clock.set(secondsAfter(system.clock.now(), threeDays));
  await send(register, schoolForm());
  const mistyped = { urn: '900003', 'contact.name': 'C. Fictional', 'contact.email': canalAddress.wrong };
  await send(register, schoolForm({ ...mistyped, 'contact.telephone': '01632 960 030' }));
  await system.settle();
  await client.post('/local/bounce', { to: canalAddress.wrong });
  await system.settle();
  await system.runJob('find-tasks');

  const owner = await signInAsOrganiser(system.origin);
  const [, , viewing, elsewhere] = localOrganisers;
  await send(`${weekPath}/team`, { email: viewing.email }, owner);
  await send('/organiser/programmes', otherProgramme, owner);
  await send('/organiser/editions', otherEdition, owner);
  await send(`${elsewherePath}/state`, { state: 'open' }, owner);
  await send(
    `${elsewherePath}/team`,
    { email: elsewhere.email, roles: ['coordinator', 'safeguarding', 'publisher', 'admin'] },
    owner,
  );
  await system.settle();
}

const otherProgramme = {
  programme: 'marlow-vale',
  name: 'Marlow Vale Careers Week (fictional)',
  city: 'Marlow Vale',
  localAuthorities: '998',
  'organiser.name': 'Marlow Vale Partnership (fictional)',
  'organiser.email': 'programme@marlow-vale.example',
};
const otherEdition = {
  edition: 'marlow-vale-2025',
  programme: 'marlow-vale',
  name: elsewhereWeek,
  starts: '2025-06-02',
  ends: '2025-06-06',
  registrationOpens: '2025-01-06',
  registrationCloses: '2025-05-26',
  surveyCloses: '2025-07-04',
};

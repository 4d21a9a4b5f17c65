import { registration as registrationItem } from '#shared/domain/registration.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { PostCall } from '../../runtime/http.ts';
import { confirmSchool } from '../confirm-school.ts';

const done = 'done=approved';

/** Approves a school's registration, which then holds its place; leads back to the list as it was filtered. */
export async function approve(
  call: PostCall<'POST /organiser/editions/{edition}/registrations/{urn}/{registration}/approve', 'organiser'>,
): Promise<Answer> {
  const { edition, urn, registration } = call.params;
  const known =
    registrationItem.shape.registration.safeParse(registration).success &&
    /^\d{6}$/.test(urn) &&
    (await call.ports.read.get('registration', call.params));
  if (!known) throw new AppError('not-found', 'registration-unknown', 'There is no such registration.');
  await confirmSchool(call, { edition, urn, subject: registration }, 'organiser');
  const { back, to } = call.body;
  const list = `/organiser/editions/${edition}/registrations`;
  const query = back === undefined ? done : `${back}&${done}`;
  return {
    seeOther: to === 'record' ? `${list}/${urn}/${registration}?${done}` : `${list}?${query}`,
    data: { state: 'confirmed' },
  };
}

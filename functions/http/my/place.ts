import { confirmOrganisation } from '#shared/domain/organisation.ts';
import { confirmVolunteer } from '#shared/domain/volunteer.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, PostCall } from '../../runtime/http.ts';
import type { LinkSession } from '../../runtime/sessions.ts';
import { accept, referenceOf, type Request } from '../accept.ts';
import { confirmSchool, required } from '../confirm-school.ts';
import { showSchoolPlace } from './school-place.ts';
import { showVisitorPlace } from './visitor.ts';

/** What we hold for the reader of a link, and where they are booked. */
export async function showPlace(call: Call<'GET /my/place', 'my'>): Promise<Answer> {
  const { session } = call;
  return session.purpose === 'organisation' || session.purpose === 'volunteer' ? showVisitorPlace(call) : showSchoolPlace(call);
}

/** Confirms what the link is for, by a button: only now does a school hold its place. */
export async function confirmPlace(call: PostCall<'POST /my/place/confirm', 'my'>): Promise<Answer> {
  const { session } = call;
  if (session.purpose === 'organisation') await confirmOffer(call, session);
  else if (session.purpose === 'volunteer') await confirmHelp(call, session);
  else if (session.purpose === 'registration') await confirmSchool(call, session, 'link');
  else throw new AppError('forbidden', 'other-purpose', 'This link is for the survey only.');
  return { seeOther: '/my/place', data: { state: 'confirmed' } };
}

async function confirmOffer(request: Request, { edition, subject }: LinkSession): Promise<void> {
  await accept(request, {
    edition,
    find: () => request.ports.read.get('organisation', { edition, organisation: subject }),
    decide: (current) => confirmOrganisation(required(current), request.now),
    writes: (state, when) => [{ put: 'organisation', item: state, when }],
    reference: ({ organisation }) => referenceOf(organisation),
  });
}

async function confirmHelp(request: Request, { edition, subject }: LinkSession): Promise<void> {
  await accept(request, {
    edition,
    find: () => request.ports.read.get('volunteer', { edition, volunteer: subject }),
    decide: (current) => confirmVolunteer(required(current), request.now),
    writes: (state, when) => [{ put: 'volunteer', item: state, when }],
    reference: ({ volunteer }) => referenceOf(volunteer),
  });
}

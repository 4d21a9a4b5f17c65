import { confirmOrganisation } from '#shared/domain/organisation.ts';
import { confirmRegistration } from '#shared/domain/registration.ts';
import { confirmVolunteer } from '#shared/domain/volunteer.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, PostCall } from '../../runtime/http.ts';
import type { LinkSession } from '../../runtime/sessions.ts';
import { accept, referenceOf, type Request } from '../accept.ts';
import { showSchoolPlace } from './school-place.ts';
import { showVisitorPlace } from './visitor.ts';

/** What we hold for the reader of a link, and where they are booked. */
export async function showPlace(call: Call<'GET /my/place', 'public'>): Promise<Answer> {
  const { session } = call;
  return session.purpose === 'organisation' || session.purpose === 'volunteer' ? showVisitorPlace(call) : showSchoolPlace(call);
}

function required<T>(found: T | undefined): T {
  if (found === undefined) throw new AppError('gone', 'link-ended', 'What this link was for is no longer here.');
  return found;
}

/** Confirms what the link is for, by a button: only now does a school hold its place. */
export async function confirmPlace(call: PostCall<'POST /my/place/confirm', 'public'>): Promise<Answer> {
  const { session } = call;
  if (session.purpose === 'organisation') await confirmOffer(call, session);
  else if (session.purpose === 'volunteer') await confirmHelp(call, session);
  else if (session.purpose === 'registration') await confirmSchool(call, session, 'link');
  else throw new AppError('forbidden', 'other-purpose', 'This link is for the survey only.');
  return { seeOther: '/my/place', data: { state: 'confirmed' } };
}

/** Confirms a school's registration and takes the school's place. Conflict `school-has-place` when a colleague's holds it. */
export async function confirmSchool(
  request: Request,
  { edition, urn = '', subject }: Pick<LinkSession, 'edition' | 'urn' | 'subject'>,
  by: 'link' | 'organiser',
): Promise<void> {
  const key = { edition, urn, registration: subject };
  await accept(request, {
    edition,
    find: () => (urn === '' ? Promise.resolve(undefined) : request.ports.read.get('registration', key)),
    decide: (current) => confirmRegistration(required(current), by, request.now),
    writes: (state, when) => [
      { put: 'registration', item: state, when },
      { put: 'schoolPlace', item: { ...key, bookings: 0 }, when: 'absent' },
    ],
    reference: ({ registration }) => referenceOf(registration),
    explain: async (failed) => {
      if (failed[1])
        throw new AppError('conflict', 'school-has-place', 'A colleague has already registered and confirmed your school.');
    },
  });
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

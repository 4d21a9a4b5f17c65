import { confirmOrganisation } from '#shared/domain/organisation.ts';
import { confirmVolunteer } from '#shared/domain/volunteer.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, PostCall } from '../../runtime/http.ts';
import { confirmSchool } from '../confirm-school.ts';
import { keepVisitor } from './keep-visitor.ts';
import { showSchoolPlace } from './school-place.ts';
import { showVisitorPlace } from './visitor.ts';

/** What we hold for the reader of a link, and where they are booked. */
export async function showPlace(call: Call<'GET /my/place', 'my'>): Promise<Answer> {
  const { session } = call;
  return session.purpose === 'organisation' || session.purpose === 'volunteer' ? showVisitorPlace(call) : showSchoolPlace(call);
}

/** Confirms what the link is for, by a button: only now does a school hold its place. */
export async function confirmPlace(call: PostCall<'POST /my/place/confirm', 'my'>): Promise<Answer> {
  const { session, now } = call;
  if (session.purpose === 'registration') await confirmSchool(call, session, 'link');
  else
    await keepVisitor(call, {
      organisation: (current) => confirmOrganisation(current, now),
      volunteer: (current) => confirmVolunteer(current, now),
    });
  return { seeOther: '/my/place', data: { state: 'confirmed' } };
}

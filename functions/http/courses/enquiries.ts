import { askForCourse, enquiryId, followUp } from '#shared/domain/courses/enquiry.ts';
import type { Enquiry } from '#shared/domain/courses/items.ts';
import { id } from '#shared/domain/fields.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';
import { enquiriesPage, enquiryPage, enquiryThanksPage } from '#web/courses/enquiries.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { outboxWrite } from '../../runtime/outbox.ts';
import { accept, referenceOf } from '../accept.ts';
import { findEdition } from '../find.ts';

type Path = '/organiser/editions/{edition}/enquiries';
type One = `${Path}/{enquiry}`;

/** Keeps what a school asks. A parent is sent to their school, and nothing is kept. */
export async function askForCourses(call: PostCall<'POST /editions/{edition}/courses', 'courses'>): Promise<Answer> {
  const { ports, params, body: form, now } = call;
  const { edition } = await findEdition(ports.read, params.edition);
  const { reference } = await accept<Enquiry>(call, {
    edition: params.edition,
    find: () => ports.read.get('enquiry', { ...params, enquiry: enquiryId(params.edition, form) }),
    decide: (current) => askForCourse(current, { edition, form, now }),
    writes: (item, when) => [{ put: 'enquiry', item, when }],
    reference: ({ enquiry }) => referenceOf(enquiry),
  });
  return { status: 201, seeOther: `/editions/${params.edition}/courses/asked`, data: { reference } };
}

/** That the organisers have the enquiry. */
export async function showAsked({
  ports: { read },
  params,
}: Call<'GET /editions/{edition}/courses/asked', 'courses'>): Promise<Answer> {
  const found = await findEdition(read, params.edition);
  return { page: enquiryThanksPage(found), data: {} };
}

/** The schools that asked for a course, the newest first. */
export async function showEnquiries({ ports: { read }, params, session }: Call<`GET ${Path}`, 'courses'>): Promise<Answer> {
  const [found, all] = await Promise.all([findEdition(read, params.edition, { drafts: true }), read.list('enquiry', params)]);
  const enquiries = all.toSorted((a, b) => b.askedAt.localeCompare(a.askedAt));
  return { page: enquiriesPage({ ...found, organiser: session, enquiries }), data: { enquiries } };
}

/** One enquiry, with how talking about it goes on. */
export async function showEnquiry(
  { ports: { read }, params, session, newId }: Call<`${'GET' | 'POST'} ${One}` | `POST ${One}/remove`, 'courses'>,
  filled?: Filled,
): Promise<Answer> {
  const [found, enquiry] = await Promise.all([findEdition(read, params.edition, { drafts: true }), findEnquiry(read, params)]);
  const page = { ...found, organiser: session, enquiry, requestKey: newId(), filled };
  return { page: enquiryPage(page), data: { enquiry } };
}

/** Keeps how an enquiry stands, and the notes on it. */
export async function keepEnquiry(call: PostCall<`POST ${One}`, 'courses'>): Promise<Answer> {
  const { ports, params, body } = call;
  await accept<Enquiry>(call, {
    edition: params.edition,
    find: () => findEnquiry(ports.read, params),
    decide: (current) => {
      if (!current) throw unknown();
      return followUp(current, body);
    },
    writes: (item, when) => [{ put: 'enquiry', item, when }],
    reference: ({ enquiry }) => enquiry,
  });
  return { seeOther: `/organiser/editions/${params.edition}/enquiries`, data: { state: body.state } };
}

/** Removes an enquiry with all that it says of a person. Removed already, it stays so. */
export async function removeEnquiry(call: PostCall<`POST ${One}/remove`, 'courses'>): Promise<Answer> {
  const { ports, params } = call;
  const found = id.safeParse(params.enquiry).success ? await ports.read.get('enquiry', params) : undefined;
  if (found) {
    const { enquiry, version } = found;
    await ports.write.transact([
      { remove: 'enquiry', key: found, when: 'any' },
      ...outboxWrite(params.edition, [{ type: 'enquiry.removed.v1', data: { enquiry, version } }], call),
    ]);
  }
  return { seeOther: `/organiser/editions/${params.edition}/enquiries`, data: {} };
}

async function findEnquiry(read: TableReader, key: { readonly edition: string; readonly enquiry: string }): Promise<Enquiry> {
  const found = id.safeParse(key.enquiry).success ? await read.get('enquiry', key) : undefined;
  if (!found) throw unknown();
  return found;
}

function unknown(): AppError {
  return new AppError('not-found', 'enquiry-unknown', 'There is no such enquiry.');
}

import { isOpenForSignUp, requireOpenForSignUp } from '#shared/domain/edition.ts';
import { id } from '#shared/domain/fields.ts';
import { firstUnfinished, type JourneyKind, journeyKinds, withTyped } from '#shared/domain/journeys.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { isOpen, type School } from '#shared/domain/school.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { type Instant, londonDate } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';
import { applyPath, entryPath } from '#web/journeys/paths.ts';
import { startJourneyPage } from '#web/journeys/start-page.ts';
import { closedPage } from '#web/journeys/state-pages.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { type EditionAndProgramme, findPublicEdition, findSchool } from '../find.ts';
import { beginDraft, changeDraft, findDraft, forgetDraft } from './draft.ts';

type Path = '/editions/{edition}/apply/{journey}';
type Any = Call<`GET ${Path}`, 'apply'> | Call<`POST ${Path}`, 'apply'>;
type Found = EditionAndProgramme & { readonly kind: JourneyKind };

/** The edition and the journey of an address. Not found for others. */
export async function findJourney(call: Pick<Any, 'ports' | 'params' | 'cookies' | 'now'>): Promise<Found> {
  const kind = journeyKinds.find((one) => one === call.params.journey);
  if (!kind) throw new AppError('not-found', 'no-such-page', 'There is no such page.');
  return { ...(await findPublicEdition(call)), kind };
}

/** The first page: what is needed, which school it is for, and whether this browser has begun already. */
export async function showJourneyStart(call: Any, filled?: Filled): Promise<Answer> {
  const found = await findJourney(call);
  const { kind, edition, programme } = found;
  if (!isOpenForSignUp(edition, call.now))
    return { page: closedPage({ ...found, today: londonDate(call.now) }), data: { open: false } };
  const [school, draft] = await Promise.all([
    openSchool(programme, kind === 'school' ? asked(call, 'urn', filled) : undefined, call.ports.read),
    findDraft(call, { edition: edition.edition, journey: kind }),
  ]);
  const named = kind === 'volunteer' ? asked(call, 'organisation', filled) : undefined;
  const organisation = id.safeParse(named).success ? named : undefined;
  const begun = draft && { sent: draft.sent, next: draft.sent ? ('sent' as const) : firstUnfinished(kind, draft) };
  const registered = school && (await registeredOn(call.ports.read, edition.edition, school));
  return {
    page: startJourneyPage({ ...found, school, organisation, begun, registered, filled }),
    data: { open: true, next: applyPath(edition, kind) },
  };
}

/** What the page is asked for in its address, or was sent with; not what was refused. */
function asked({ query }: Any, field: 'urn' | 'organisation', filled: Filled | undefined): string | undefined {
  if (filled?.issues.some(({ path }) => path === field)) return undefined;
  return filled?.values[field]?.[0] ?? query[field];
}

async function openSchool(programme: Programme, urn: string | undefined, read: TableReader): Promise<School | undefined> {
  const school = urn !== undefined && /^\d{6}$/.test(urn) ? await findSchool(programme, urn, read) : undefined;
  return school && isOpen(school) ? school : undefined;
}

/** When somebody of this school registered and confirmed, if anybody did; never who. */
async function registeredOn(read: Any['ports']['read'], edition: string, { urn }: School): Promise<Instant | undefined> {
  const place = await read.get('schoolPlace', { edition, urn });
  return place && (await read.get('registration', place))?.submittedAt;
}

/** Begins, or goes on: with `again`, forgets what was typed in this browser first. */
export async function startJourney(call: PostCall<`POST ${Path}`, 'apply'>): Promise<Answer> {
  const found = await findJourney(call);
  const { kind, edition } = found;
  const place = { edition: edition.edition, journey: kind };
  const draft = await findDraft(call, place);
  if (call.body['again'] !== undefined) {
    const seeOther = entryPath(edition, kind);
    return { seeOther, data: { next: seeOther }, cookies: draft ? [await forgetDraft(call, draft)] : [] };
  }
  requireOpenForSignUp(edition, call.now);
  const given = await givenIn(call, found);
  if (draft && !draft.sent) {
    const values = await changeDraft(call, draft, (current) => ({
      values: withTyped(['urn', 'organisation'], current.values, given),
    }));
    return next(found, values);
  }
  const { draft: begun, cookie } = await beginDraft(call, place, { values: given, done: [] });
  return { ...next(found, begun), cookies: [cookie] };
}

function next({ edition, kind }: Found, draft: Parameters<typeof firstUnfinished>[1]): Answer {
  const seeOther = applyPath(edition, kind, firstUnfinished(kind, draft));
  return { seeOther, data: { next: seeOther } };
}

/** What the first page gives: an open school of the city, or an organisation that signed up. */
async function givenIn(
  { body, ports: { read } }: PostCall<`POST ${Path}`, 'apply'>,
  { kind, edition, programme }: Found,
): Promise<Record<string, string[]>> {
  const [urn = ''] = body['urn'] ?? [];
  const [organisation = ''] = body['organisation'] ?? [];
  if (kind === 'school') {
    if (!(await openSchool(programme, urn, read))) throw refusal('school-unknown', 'urn', 'Choose an open school from the list');
    return { urn: [urn] };
  }
  if (kind === 'organisation' || organisation === '') return {};
  const known =
    id.safeParse(organisation).success && (await read.get('organisation', { edition: edition.edition, organisation }));
  if (!known) {
    throw refusal('organisation-unknown', 'organisation', 'Use the link your organisation gave you, or sign up without it');
  }
  return { organisation: [organisation] };
}

function refusal(code: string, path: string, message: string): AppError {
  return new AppError('invalid', code, `${message}.`, [{ path, message }]);
}

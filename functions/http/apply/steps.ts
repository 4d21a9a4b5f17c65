import type * as z from 'zod/mini';
import { halfDaysOf, isOpenForSignUp, requireHalfDays, requireOpenForSignUp } from '#shared/domain/edition.ts';
import { cohorts } from '#shared/domain/fields.ts';
import {
  anyHalfDay,
  fieldsOf,
  firstUnfinished,
  type JourneyKind,
  journeys,
  mayShow,
  stepForm,
  type StepName,
  stepNames,
  type Typed,
  typedIn,
  wholeOf,
  withEveryHalfDay,
  withTyped,
} from '#shared/domain/journeys.ts';
import { requireOnRoll } from '#shared/domain/roll.ts';
import type { School } from '#shared/domain/school.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { londonDate } from '#shared/kernel/time.ts';
import { checkPage } from '#web/journeys/check-page.ts';
import { sentPage } from '#web/journeys/sent-page.ts';
import { closedPage, noDraftPage, otherDraftPage } from '#web/journeys/state-pages.ts';
import { stepPage } from '#web/journeys/step-page.ts';
import { applyPath } from '#web/journeys/paths.ts';
import type { Answer } from '../../runtime/answer.ts';
import { invalid } from '../../runtime/body.ts';
import { decodeForm } from '../../runtime/form.ts';
import { type Call, type Filled, issuesOf, type PostCall } from '../../runtime/http.ts';
import { type EditionAndProgramme, findSchool } from '../find.ts';
import { refuseTooFast } from '../pace.ts';
import { findJourney } from './start.ts';
import { changeDraft, type Draft, draftId, findDraft, keptCookie } from './draft.ts';
import { keepOrganisation } from '../public/organisations.ts';
import { type Kept, keepRegistration } from '../public/schools.ts';
import { keepVolunteer } from '../public/volunteers.ts';

type Path = '/editions/{edition}/apply/{journey}/{step}';
type Get = Call<`GET ${Path}`, 'apply'>;
type Post = PostCall<`POST ${Path}`, 'apply'>;
type Any = Get | Call<`POST ${Path}`, 'apply'>;

type Place = EditionAndProgramme & {
  readonly kind: JourneyKind;
  readonly step: StepName | 'check' | 'sent';
  readonly draft: Draft;
};

/** One question with what was answered so far; `check` shows all answers and `sent` the receipt. */
export async function showStep(call: Get): Promise<Answer> {
  const place = await placeOf(call);
  if ('answer' in place) return place.answer;
  return show(call, place);
}

/** The page as it was filled in, with what there is to mend. */
export async function showStepAgain(call: Any, filled: Filled): Promise<Answer> {
  const place = await placeOf(call);
  if ('answer' in place) return place.answer;
  return show(call, place, filled);
}

/** Where a request stands in its journey, or the page that says why it stands nowhere. */
async function placeOf(call: Any): Promise<Place | { readonly answer: Answer }> {
  const { params, now } = call;
  const found = await findJourney(call);
  const { kind, edition } = found;
  const step = [...stepNames, 'check', 'sent'].find((one): one is Place['step'] => one === params.step);
  if (!step) throw new AppError('not-found', 'no-such-page', 'There is no such page.');
  const draft = await findDraft(call, { edition: edition.edition, journey: kind });
  if (draft?.sent) {
    return step === 'sent' ? { ...found, step, draft } : { answer: goTo(found, 'sent') };
  }
  if (!isOpenForSignUp(edition, now)) return { answer: { page: closedPage({ ...found, today: londonDate(now) }) } };
  if (!draft) return { answer: { status: 410, page: noDraftPage(found) } };
  return { ...found, step, draft };
}

function goTo({ edition, kind }: Pick<Place, 'edition' | 'kind'>, step: Place['step']): Answer {
  const seeOther = applyPath(edition, kind, step);
  return { seeOther, data: { next: seeOther } };
}

async function show(call: Any, place: Place, filled?: Filled): Promise<Answer> {
  const { edition, kind, step, draft } = place;
  if (draft.sent && step === 'sent')
    return { page: sentPage({ ...place, ...draft.sent, origin: call.origin }), data: { reference: draft.sent.reference } };
  if (step === 'sent' || !mayShow(kind, step, draft)) return goTo(place, firstUnfinished(kind, draft));
  const common = { ...place, draft: draftId(draft), changing: call.query['change'] !== undefined, filled };
  const data = { step, values: draft.values };
  if (step !== 'check') {
    const values = filled ? withTyped(fieldsOf(kind, step), draft.values, filled.values) : draft.values;
    return { page: stepPage({ ...common, step, values, halfDays: halfDaysOf(edition) }), data };
  }
  const school = kind === 'school' ? await schoolOf(place, call) : undefined;
  return { page: checkPage({ ...common, values: wholeOf(kind, draft.values), school }), data };
}

async function schoolOf({ programme, draft }: Place, { ports }: Any): Promise<School | undefined> {
  const [urn = ''] = draft.values['urn'] ?? [];
  return findSchool(programme, urn, ports.read);
}

/** Keeps one page's answers, or sends the whole form from `check`. */
export async function answerStep(call: Post): Promise<Answer> {
  const { body, now } = call;
  const place = await placeOf(call);
  if ('answer' in place) {
    requireOpenForSignUp((await findJourney(call)).edition, now);
    return place.answer;
  }
  const { kind, step, draft } = place;
  if (step === 'sent' || draft.sent) return goTo(place, draft.sent ? 'sent' : firstUnfinished(kind, draft));
  // A page that stayed open while its answers were deleted, by somebody else perhaps, must not fill a new draft.
  const madeFor = body['draft']?.[0];
  if (madeFor !== undefined && madeFor !== draftId(draft)) return { status: 409, page: otherDraftPage(place) };
  if (step === 'check') return send(call, place);
  if (!mayShow(kind, step, draft)) return goTo(place, firstUnfinished(kind, draft));
  return keepAnswers(call, { ...place, step });
}

/** Keeps what was answered on one page, when it fits its questions, the edition and the school. */
async function keepAnswers(call: Post, place: Place & { readonly step: StepName }): Promise<Answer> {
  const { edition, kind, step, draft } = place;
  const fields = fieldsOf(kind, step);
  const typed = typedIn(fields, call.body);
  const halfDays = halfDaysOf(edition);
  const answers = parsed(stepForm(kind, step), withEveryHalfDay(typed, halfDays));
  if ('halfDays' in answers)
    requireHalfDays(edition, typed['halfDays']?.includes(anyHalfDay) ? halfDays : (typed['halfDays'] ?? []), 'halfDays');
  if ('cohorts' in answers) requireOnRoll(await schoolOf(place, call), cohorts.parse(answers['cohorts']));
  const saved = await changeDraft(call, draft, ({ values, done }) => ({
    values: withTyped(fields, values, typed),
    done: [...new Set([...done, step])],
  }));
  return { ...goTo(place, saved.sent ? 'sent' : firstUnfinished(kind, saved)), cookies: keptCookie(call, saved) };
}

/** Sends the whole form, once for each draft: whatever is pressed twice or in two tabs gives the same receipt. */
async function send(call: Post, place: Place): Promise<Answer> {
  const { kind, draft, edition } = place;
  const unfinished = firstUnfinished(kind, draft);
  if (unfinished !== 'check') return goTo(place, unfinished);
  refuseTooFast(draft.startedAt, call.now);
  const typed = withEveryHalfDay(wholeOf(kind, draft.values), halfDaysOf(edition));
  const request = { ...call, requestKey: draft.hash, bodyDigest: draft.hash };
  const sent = await keepers[kind](request, place, typed);
  await changeDraft(call, draft, () => ({ values: {}, done: [], sent }));
  return { ...goTo(place, 'sent'), status: 201, data: { reference: sent.reference, next: 'confirm-by-email' } };
}

type Keep = (request: Post, found: EditionAndProgramme, typed: Typed) => Promise<Kept>;

/** The same schema and the same accepting function as the form on one page, for each journey. */
const keepers: Readonly<Record<JourneyKind, Keep>> = {
  school: async (request, found, typed) => keepRegistration(request, found, parsed(journeys.school.form, typed)),
  organisation: async (request, found, typed) => keepOrganisation(request, found, parsed(journeys.organisation.form, typed)),
  volunteer: async (request, found, typed) => keepVolunteer(request, found, parsed(journeys.volunteer.form, typed)),
};

/** What was typed, as the schema has it. Invalid, with a sentence for each field, when it does not fit. */
function parsed<T>(schema: z.ZodMiniType<T>, typed: Typed): T {
  const result = schema.safeParse(decodeForm(schema, typed));
  if (!result.success) throw invalid(result.error.issues.flatMap(issuesOf));
  return result.data;
}

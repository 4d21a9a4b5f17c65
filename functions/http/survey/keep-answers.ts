import { slug } from '#shared/domain/fields.ts';
import type { AskedAbout, Registration } from '#shared/domain/registration.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { answerSurvey, type Response, type SurveyForm } from '#shared/domain/survey.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';
import type { SurveyPart } from '#web/survey/setting.ts';
import { accept, referenceOf, type Request } from '../accept.ts';

/** All that a school is asked about, with what it has answered. */
export async function partsOf(read: TableReader, school: Registration): Promise<SurveyPart[]> {
  const { edition, urn, registration, surveyAbout = [] } = school;
  const responses = await read.list('response', { edition }, { startsWith: `${urn}#${registration}#` });
  const parts = await Promise.all(
    surveyAbout.map(async (asked): Promise<SurveyPart[]> => {
      const event = await read.get('event', { edition, event: asked.event });
      return event ? [{ asked, event, current: responses.find((one) => one.event === asked.event) }] : [];
    }),
  );
  return parts.flat();
}

/** The one of them that is about an event. Not found `not-asked`. */
export function partAbout(parts: readonly SurveyPart[], event: string): SurveyPart {
  const found = slug.safeParse(event).success ? parts.find(({ asked }) => asked.event === event) : undefined;
  if (!found) throw new AppError('not-found', 'not-asked', 'We have not asked the school about this event.');
  return found;
}

type Sent = {
  readonly edition: Edition;
  readonly school: Registration;
  readonly asked: AskedAbout;
  readonly form: SurveyForm;
  readonly typedBy?: string;
};

/** Keeps answers about one event, whether the school sent them or an organiser typed them in; gives what stands then. */
export async function keepAnswers(request: Request, sent: Sent): Promise<Response | undefined> {
  const { edition, school, asked } = sent;
  const key = { edition: edition.edition, urn: school.urn, registration: school.registration, event: asked.event };
  // The response's own key makes a repeat harmless: no request key, so that an answer costs two writes and no more.
  const { state } = await accept<Response>(
    { ...request, requestKey: undefined },
    {
      edition: edition.edition,
      find: () => request.ports.read.get('response', key),
      decide: (current) => answerSurvey(current, { ...sent, now: request.now }),
      writes: (item, when) => [{ put: 'response', item, when }],
      reference: ({ registration }) => referenceOf(registration),
    },
  );
  return state;
}

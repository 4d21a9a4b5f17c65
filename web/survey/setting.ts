import type { Edition } from '#shared/domain/edition.ts';
import type { Event } from '#shared/domain/event.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { AskedAbout, Registration } from '#shared/domain/registration.ts';
import { type Response, statementsFor } from '#shared/domain/survey.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { insetText } from '../components/inset-text.ts';
import type { SummaryRow } from '../components/summary-list.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { row } from '../links/held.ts';
import { pathOf } from '../paths.ts';
import { link, paragraph } from '../prose.ts';
import { sayMoment } from '../say.ts';
import { surveyContent as words } from './content.en.ts';

/** One event that a school is asked about, with what it has answered so far. */
export type SurveyPart = {
  readonly asked: AskedAbout;
  readonly event: Pick<Event, 'event' | 'title' | 'halfDay'>;
  readonly current: Response | undefined;
};

/** What every page of the schools' survey is given. */
export type SurveySetting = {
  readonly edition: Edition;
  readonly programme: Programme;
  readonly school: Registration;
  /** Everything the school is asked about. */
  readonly parts: readonly SurveyPart[];
  readonly now: Instant;
  /** Whether the reader's link opens the school's place too. */
  readonly ownsPlace: boolean;
};

/** The address of the survey about one event. */
export function partPath({ event }: Pick<SurveyPart, 'event'>): string {
  return pathOf('/my/survey/{event}', { event: event.event });
}

/** The way on to the children's questions, and back to the school's place for those who may see it. */
export function wayBack({ ownsPlace, edition, parts }: SurveySetting): Html {
  const asks = edition.state !== 'reported' && parts.length > 0;
  return html`${asks && paragraph(link('/my/classes', words.children))}${ownsPlace && paragraph(link('/my/place', words.place))}`;
}

/** Says that an organiser typed the answers in from paper, where that is so. */
export function typedNote({ current }: Pick<SurveyPart, 'current'>): Html | undefined {
  if (current?.typedBy === undefined) return undefined;
  return insetText({ text: words.typedIn(sayMoment(current.answeredAt)) });
}

/** What a school has answered about an event, in words. */
export function answerRows({ asked, current }: SurveyPart): (SummaryRow | undefined)[] {
  if (!current) return [];
  const { quote, quoteConsent, improve, answers } = current;
  const said = (value: number | string | undefined) =>
    value === undefined ? words.open : typeof value === 'number' ? words.scale[value - 1] : words.notApplicable;
  return [
    ...statementsFor(asked).map(({ id, text }) => row(text, said(answers[id]))),
    row(words.quote, quote),
    quote === undefined ? undefined : row(words.quoteConsent, quoteConsent ? labels.yes : labels.no),
    row(words.improve, improve),
  ];
}

import type { Registration } from '#shared/domain/registration.ts';
import { isSurveyOpen, surveyLastDay } from '#shared/domain/survey.ts';
import { dayInWords, type Instant } from '#shared/kernel/time.ts';
import { insetText } from '../components/inset-text.ts';
import type { Filled } from '../filled.ts';
import { form } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { type Console, consolePage } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { bullets, lead, narrow, paragraph } from '../prose.ts';
import { sayHalfDay, sayMoment } from '../say.ts';
import { givenBefore, notThere, surveyFields } from '../survey/page.ts';
import type { SurveyPart } from '../survey/setting.ts';
import { responsesContent } from './content.en.ts';

const { typing: words } = responsesContent;

type Params = Console & {
  readonly school: Registration;
  readonly part: SurveyPart;
  /** The address of whoever typed in what is there, while they are on the team. */
  readonly typist: string | undefined;
  readonly now: Instant;
  readonly filled?: Filled | undefined;
};

/** The form for one school's sheet about one event; or why there is nothing to type in. */
export function typeInPage({ school, part, typist, now, filled, ...console }: Params): string {
  const { edition } = console;
  const at = { edition: school.edition, event: part.asked.event, urn: school.urn, registration: school.registration };
  const path = pathOf('/organiser/editions/{edition}/surveys/{event}/{urn}/{registration}', at);
  const refused = whyNot(console, part, now);
  return consolePage(console, {
    title: words.title(school.schoolName),
    backLink: pathOf('/organiser/editions/{edition}/surveys', edition),
    filled,
    body: narrow(html`${lead(`${part.event.title}, ${sayHalfDay(part.event.halfDay)}`)}
${refused === undefined ? sheetForm(path, { part, typist, filled }) : paragraph(refused)}`),
  });
}

function whyNot({ edition }: Console, { current }: SurveyPart, now: Instant): string | undefined {
  if (current && current.typedBy === undefined) return words.own;
  if (isSurveyOpen(edition, current, now)) return undefined;
  if (edition.state === 'reported') return responsesContent.reported;
  const day = dayInWords(surveyLastDay(edition, current));
  return current ? words.settled(day) : words.late(day);
}

function sheetForm(action: string, { part, typist, filled }: Pick<Params, 'part' | 'typist' | 'filled'>): Html {
  const { current } = part;
  const typed = current && insetText({ text: words.typed(sayMoment(current.answeredAt), typist ?? words.former) });
  return html`${typed}${bullets(words.says)}
${current?.tookPart !== false && notThere(action)}
${form({ action, body: surveyFields(part, filled ?? givenBefore(part)), submit: words.send })}`;
}

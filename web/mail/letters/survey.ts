import { type Response, statementsFor, surveyLastDay } from '#shared/domain/survey.ts';
import { dayInWords } from '#shared/kernel/time.ts';
import type { Letter, TableReader } from '#shared/ports.ts';
import type { Fact } from '#shared/system/events.ts';
import { sayHalfDay } from '../../say.ts';
import { englishMails as words } from './content.en.ts';
import { composer, letterToSchool, registrationIn, type Setting, type Write } from './setting.ts';
import { letterToVisitor, visitorIn } from './visitors.ts';

/** Asks a school how it was, once: events it is asked about later join the list that its link opens. */
export const surveyInvitation: Write = async (fact, read, setting) => {
  const school = await registrationIn(fact, read);
  if (!school || fact.at !== school.surveyInvitedAt) return [];
  const [first, ...others] = school.surveyAbout ?? [];
  const { heading, ask, askEach, confidential, until, button, ...text } = words.surveyInvitation;
  const compose = composer(setting, {
    subject: text.subject(setting.edition.name),
    preheader: text.preheader,
    blocks: (link) => [
      { kind: 'heading', text: heading },
      { kind: 'paragraph', text: words.greeting(school.contact.name) },
      {
        kind: 'paragraph',
        text: others.length > 0 ? askEach(others.length + 1) : ask(statementsFor(first ?? { host: false }).length),
      },
      { kind: 'button', text: button, href: link },
      { kind: 'paragraph', text: until(dayInWords(setting.edition.surveyCloses)) },
      { kind: 'paragraph', text: confidential },
    ],
  });
  return [{ ...letterToSchool(school, 'survey', setting), compose }];
};

/** Reminds a school, or a visitor, of what they have not said yet; nothing once they have. The only reminder. */
export const surveyReminder: Write = async (fact, read, setting) => {
  if (fact.type === 'survey.reminded.v1') {
    const school = await registrationIn(fact, read);
    if (school?.state !== 'confirmed') return [];
    const given = await read.list('response', { edition: fact.edition }, { startsWith: `${school.urn}#${school.registration}#` });
    const open = (school.surveyAbout ?? []).filter(({ event }) => !given.some((one) => one.event === event));
    if (open.length === 0) return [];
    const compose = composer(setting, reminderContent(school.contact.name, open.length, setting));
    return [{ ...letterToSchool(school, 'survey', setting), compose }];
  }
  if (fact.type !== 'visit-survey.reminded.v1') return [];
  const visitor = await visitorIn({ edition: fact.edition, ...fact.data }, read);
  const asked = await read.list('visitSurvey', { edition: fact.edition });
  const open = asked.filter(
    ({ visitor: one, firstAnsweredAt }) => one === fact.data.visitor && firstAnsweredAt === undefined,
  ).length;
  if (!visitor?.takesPart || open === 0) return [];
  const compose = composer(setting, reminderContent(visitor.contact.name, open, setting));
  return [{ ...letterToVisitor(visitor, setting), compose }];
};

function reminderContent(name: string, open: number, { edition }: Setting): Parameters<typeof composer>[1] {
  const { heading, ask, only, until, button, ...text } = words.surveyReminder;
  return {
    subject: text.subject(edition.name),
    preheader: text.preheader,
    blocks: (link) => [
      { kind: 'heading', text: heading },
      { kind: 'paragraph', text: words.greeting(name) },
      { kind: 'paragraph', text: ask(open) },
      { kind: 'button', text: button, href: link },
      { kind: 'paragraph', text: `${until(dayInWords(edition.surveyCloses))} ${only}` },
    ],
  };
}

/**
 * Thanks a school for its first answers; a changed answer is not thanked again, nor are those about its other events. What an
 * organiser typed in, it is told of for each event.
 */
export const surveyThanks: Write = async (fact, read, setting) => {
  if (fact.type === 'survey.typed.v1') return typedForSchool(fact, read, setting);
  if (fact.type !== 'survey.answered.v1' || fact.data.version !== 1) return [];
  const school = await registrationIn(fact, read);
  if (!school || (await thankedBefore(fact, read))) return [];
  const { heading, change, button, ...text } = words.surveyThanks;
  const compose = composer(setting, {
    subject: text.subject(setting.edition.name),
    preheader: text.preheader,
    blocks: (link) => [
      { kind: 'heading', text: heading },
      { kind: 'paragraph', text: words.greeting(school.contact.name) },
      { kind: 'paragraph', text: change(dayInWords(surveyLastDay(setting.edition, { firstAnsweredAt: fact.at }))) },
      { kind: 'button', text: button, href: link },
    ],
  });
  return [{ ...letterToSchool(school, 'survey', setting), compose }];
};

async function typedForSchool(fact: Fact<'survey.typed.v1'>, read: TableReader, setting: Setting): Promise<Letter[]> {
  const school = await registrationIn(fact, read);
  if (fact.data.version !== 1 || !school) return [];
  const given = await answersOf(fact, read);
  const typed = given.find(({ firstAnsweredAt, typedBy }) => firstAnsweredAt === fact.at && typedBy !== undefined);
  const event = typed && (await read.get('event', typed));
  // The school has looked, and changed it.
  if (!event) return [];
  const { heading, says, unknown, button, ...text } = words.surveyTyped;
  const change = words.surveyThanks.change(dayInWords(surveyLastDay(setting.edition, { firstAnsweredAt: fact.at })));
  const compose = composer(setting, {
    subject: text.subject(event.title),
    preheader: text.preheader,
    blocks: (link) => [
      { kind: 'heading', text: heading },
      { kind: 'paragraph', text: words.greeting(school.contact.name) },
      { kind: 'paragraph', text: says(`${event.title}, ${sayHalfDay(event.halfDay)}`) },
      { kind: 'paragraph', text: `${change} ${unknown}` },
      { kind: 'button', text: button, href: link },
    ],
  });
  return [{ ...letterToSchool(school, 'survey', setting), compose }];
}

function answersOf({ edition, data }: Fact<'survey.answered.v1' | 'survey.typed.v1'>, read: TableReader): Promise<Response[]> {
  return read.list('response', { edition }, { startsWith: `${data.urn}#${data.registration}#` });
}

async function thankedBefore(fact: Fact<'survey.answered.v1'>, read: TableReader): Promise<boolean> {
  const given = await answersOf(fact, read);
  return given.some(({ firstAnsweredAt }) => firstAnsweredAt < fact.at);
}

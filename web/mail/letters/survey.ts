import { statementsFor } from '#shared/domain/survey.ts';
import { dayInWords } from '#shared/kernel/time.ts';
import { englishMails as words } from './content.en.ts';
import { composer, letterToSchool, registrationIn, type Write } from './setting.ts';

/** Asks a school how it was. */
export const surveyInvitation: Write = async (fact, read, setting) => {
  const school = await registrationIn(fact, read);
  if (!school) return [];
  const { heading, ask, confidential, until, button, ...text } = words.surveyInvitation;
  const compose = composer(setting, {
    subject: text.subject(setting.edition.name),
    preheader: text.preheader,
    blocks: (link) => [
      { kind: 'heading', text: heading },
      { kind: 'paragraph', text: words.greeting(school.contact.name) },
      { kind: 'paragraph', text: ask(statementsFor(school).length) },
      { kind: 'button', text: button, href: link },
      { kind: 'paragraph', text: until(dayInWords(setting.edition.surveyCloses)) },
      { kind: 'paragraph', text: confidential },
    ],
  });
  return [{ ...letterToSchool(school, 'survey', setting), compose }];
};

/** Thanks a school for its first answers; a changed answer is not thanked again. */
export const surveyThanks: Write = async (fact, read, setting) => {
  if (fact.type !== 'survey.answered.v1' || fact.data.version !== 1) return [];
  const school = await registrationIn(fact, read);
  if (!school) return [];
  const { heading, change, button, ...text } = words.surveyThanks;
  const compose = composer(setting, {
    subject: text.subject(setting.edition.name),
    preheader: text.preheader,
    blocks: (link) => [
      { kind: 'heading', text: heading },
      { kind: 'paragraph', text: words.greeting(school.contact.name) },
      { kind: 'paragraph', text: change(dayInWords(setting.edition.surveyCloses)) },
      { kind: 'button', text: button, href: link },
    ],
  });
  return [{ ...letterToSchool(school, 'survey', setting), compose }];
};

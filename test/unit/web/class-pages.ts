import { parentsSurvey } from '#shared/domain/instruments/adults.ts';
import { pupilsOnce, pupilsTwice } from '#shared/domain/instruments/pupils.ts';
import { localDate, secondsAfter } from '#shared/kernel/time.ts';
import type { PupilClass } from '#shared/domain/pupils/items.ts';
import { classPage } from '#web/classes/class.ts';
import { codesPage } from '#web/classes/codes.ts';
import { classesPage } from '#web/classes/list.ts';
import type { ClassesSetting } from '#web/classes/setting.ts';
import { sheetPage } from '#web/classes/sheet.ts';
import { tallyPage } from '#web/classes/tally.ts';
import type { FormState } from '#web/forms.ts';
import { codePage, ownCodePage } from '#web/pupils/code.ts';
import { classClosedPage, classFullPage, noSuchClassPage, thanksPage } from '#web/pupils/ends.ts';
import { parentsEndPage, parentsPage } from '#web/pupils/parents.ts';
import { questionPage } from '#web/pupils/question.ts';
import * as example from './examples.ts';

const one: PupilClass = {
  edition: example.edition.edition,
  urn: example.school.urn,
  registration: example.registration.registration,
  code: 'kdf7mp',
  event: example.event.event,
  year: 'year4',
  pupils: 30,
  instrument: pupilsOnce.instrument,
  instrumentVersion: pupilsOnce.version,
  left: 12,
  tallied: 5,
  state: 'open',
  until: localDate.parse('2025-03-10'),
  openedAt: example.at,
  version: 1,
};
const around: ClassesSetting = {
  ...example.setting,
  school: example.registration,
  events: [example.event, example.onlineEvent],
  classes: [one],
  now: example.at,
  ownsPlace: true,
};
const reported = { ...example.edition, state: 'reported' as const };
const wrong: FormState = {
  values: { pupils: ['many'], present: ['20'], 'fun.1': ['3'] },
  issues: ['event', 'year', 'pupils', 'present', 'fun', 'again', 'many-jobs.2', 'body'].map((path) => ({
    path,
    message: `Mend the answer ${path}`,
  })),
};
const ofOne = { ...around, one, instrument: pupilsOnce, hasKey: false };
const course: PupilClass = { ...one, round: 'baseline', instrument: pupilsTwice.instrument };
const ofCourse = { ...around, one: course, instrument: pupilsTwice, hasKey: true };
const parents: PupilClass = { ...one, instrument: parentsSurvey.instrument };
const ofParents = { ...around, one: parents, instrument: parentsSurvey, hasKey: false };
const { programme } = example.setting;
const requestKey = 'k'.repeat(20);
const origin = 'https://week.example';
const tally = { present: 5, counts: { fun: [0, 0, 0, 1, 4], again: [0, 1, 4] } };

/** Every page of a teacher’s classes in every state, by name. */
export const classPages: Readonly<Record<string, () => string>> = {
  classes: () => classesPage({ ...around, classes: [one, parents], requestKey }),
  'class-of-parents': () => classPage({ ...ofParents, origin }),
  'tally-of-parents': () => tallyPage({ ...ofParents, tally: undefined }),
  'sheet-for-parents': () => sheetPage(ofParents),
  parents: () => parentsPage({ programme, code: one.code, instrument: parentsSurvey, key: requestKey }),
  'parents-errors': () => parentsPage({ programme, code: one.code, instrument: parentsSurvey, key: requestKey, nothing: true }),
  'parents-thanks': () => parentsEndPage(programme, 'thanks'),
  'parents-closed': () => parentsEndPage(programme, 'closed'),
  'parents-no-room': () => parentsEndPage(programme, 'full'),
  'classes-none': () => classesPage({ ...around, classes: [], events: [], ownsPlace: false, requestKey }),
  'classes-errors': () => classesPage({ ...around, filled: wrong, requestKey }),
  'classes-reported': () => classesPage({ ...around, edition: reported, requestKey }),
  class: () => classPage({ ...ofOne, origin }),
  'class-errors': () => classPage({ ...ofOne, origin, filled: wrong }),
  'class-over': () => classPage({ ...ofOne, origin, now: secondsAfter(example.at, 90 * 86_400) }),
  'class-reported': () => classPage({ ...ofOne, edition: reported, origin }),
  'class-course': () => classPage({ ...ofCourse, origin }),
  'class-course-second': () => classPage({ ...ofCourse, one: { ...course, round: 'endline' }, origin }),
  'class-course-over': () => classPage({ ...ofCourse, one: { ...course, state: 'closed' }, hasKey: false, origin }),
  'class-codes': () => codesPage({ ...ofCourse, codes: ['bcdf', 'ghjk', 'mnpq'] }),
  'class-tally': () => tallyPage({ ...ofOne, tally: undefined }),
  'class-tally-entered': () => tallyPage({ ...ofOne, tally }),
  'class-tally-errors': () => tallyPage({ ...ofOne, tally, filled: wrong }),
  'class-sheet': () => sheetPage({ ...ofOne }),
};

/** Every page that children see, by name. */
export const pupilPages: Readonly<Record<string, () => string>> = {
  ...Object.fromEntries(
    pupilsOnce.statements.map(({ id }, index) => [
      `pupils-${id}`,
      () => questionPage({ code: one.code, instrument: pupilsOnce, page: index + 1, answers: { fun: 4 }, key: requestKey }),
    ]),
  ),
  ...Object.fromEntries(
    pupilsTwice.statements.map(({ id }, index) => [
      `pupils-twice-${id}`,
      () =>
        questionPage({ code: one.code, instrument: pupilsTwice, page: index + 1, answers: {}, key: requestKey, child: 'bcdf' }),
    ]),
  ),
  'pupils-own-code': () => ownCodePage(one.code, requestKey),
  'pupils-own-code-errors': () => ownCodePage(one.code, requestKey, 'Look at it again'),
  'pupils-code': () => codePage(),
  'pupils-code-errors': () => codePage({ values: { code: ['x'] }, issues: [{ path: 'code', message: 'Look at it again' }] }),
  'pupils-unknown': () => noSuchClassPage(),
  'pupils-closed': () => classClosedPage(),
  'pupils-all-in': () => classFullPage(),
  'pupils-thanks': () => thanksPage(one.code),
};

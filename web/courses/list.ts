import type { Course } from '#shared/domain/courses/items.ts';
import { courseTemplates, sessionNames, templateNames } from '#shared/domain/courses/template.ts';
import { yearGroups } from '#shared/domain/fields.ts';
import type { Registration } from '#shared/domain/registration.ts';
import { type Filled, formState } from '../filled.ts';
import { checkboxesField, form, hiddenField, numberField, radiosField, selectField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { type Console, consolePage, listTable, may } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, link, narrow, paragraph } from '../prose.ts';
import { sayDays } from '../say.ts';
import { coursesContent } from './content.en.ts';
import { enquiriesContent } from './enquiries.en.ts';

const { list: words, ...shared } = coursesContent;

type Params = Console & {
  readonly courses: readonly Course[];
  readonly schools: readonly Registration[];
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** The courses of an edition, and the form for one. */
export function coursesPage({ courses, schools, requestKey, filled, ...console }: Params): string {
  const { edition } = console.edition;
  const path = pathOf('/organiser/editions/{edition}/courses', { edition });
  const ways = [
    link(pathOf('/organiser/editions/{edition}/course-report', { edition }), words.report),
    ...(may(console, 'safeguarding')
      ? [link(pathOf('/organiser/editions/{edition}/clearances', { edition }), words.clearances)]
      : []),
    link(pathOf('/organiser/editions/{edition}/enquiries', { edition }), enquiriesContent.list),
    link(pathOf('/editions/{edition}/courses', { edition }), words.page),
  ];
  return consolePage(console, {
    title: words.title,
    path,
    filled,
    backLink: pathOf('/organiser/editions/{edition}', { edition }),
    body: html`${paragraph(words.intro)}${bullets(ways)}
${coursesTable(courses)}
${
  may(console, 'coordinator') &&
  html`${heading2(words.make)}
${schools.length === 0 ? paragraph(words.noSchools) : narrow(courseForm(path, schools, requestKey, filled))}`
}`,
  });
}

function coursesTable(courses: readonly Course[]): Html {
  return listTable({
    name: words.title,
    none: words.none,
    head: [words.school, words.course, words.days, words.state].map((text) => ({ text })),
    rows: courses.map((one) => [
      { html: link(pathOf('/organiser/editions/{edition}/courses/{course}', one), one.schoolName) },
      { text: courseTemplates[one.template].title },
      { text: sayDays(one.opening, one.final) },
      { text: shared.states[one.state] },
    ]),
  });
}

function courseForm(action: string, schools: readonly Registration[], requestKey: string, filled: Filled | undefined): Html {
  const state = formState(filled);
  const dayOf = (path: string, label: string, hint: string) =>
    textField({ ...state, path, label, hint, width: 10, spellcheck: false });
  const later = `${words.dayHint}. ${words.later}.`;
  const years = yearGroups.filter((year) => templateNames.some((name) => fits(name, year)));
  const body = html`${hiddenField('requestKey', requestKey)}
${selectField({
  ...state,
  path: 'registration',
  label: words.school,
  empty: words.choose,
  options: schools.map(({ registration, schoolName }) => ({ value: registration, text: schoolName })),
})}
${selectField({
  ...state,
  path: 'template',
  label: words.template,
  empty: words.choose,
  options: templateNames.map((value) => ({ value, text: courseTemplates[value].title })),
})}
${textField({ ...state, path: 'course', label: words.shortName, hint: words.shortNameHint, spellcheck: false })}
${checkboxesField({ ...state, path: 'yearGroups', label: words.years, small: true, options: years.map((value) => ({ value, text: labels.years[value] })) })}
${numberField({ ...state, path: 'places', label: words.places })}
${textField({ ...state, path: 'seed', label: words.seed, hint: words.seedHint })}
${radiosField({ ...state, path: 'half', label: words.half, inline: true, options: (['am', 'pm'] as const).map((value) => ({ value, text: shared.halves[value] })) })}
${dayOf('opening', words.opening, words.dayHint)}
${dayOf('closes', words.closes, words.dayHint)}
${sessionNames.map((session) => dayOf(session, shared.sessions[session], later))}
${dayOf('final', words.final, words.dayHint)}`;
  return form({ action, body, submit: words.button });
}

function fits(name: (typeof templateNames)[number], year: (typeof yearGroups)[number]): boolean {
  const years: readonly string[] = courseTemplates[name].yearGroups;
  return years.includes(year);
}

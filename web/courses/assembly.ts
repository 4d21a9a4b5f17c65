import type { Course } from '#shared/domain/courses/items.ts';
import { dayInWords } from '#shared/kernel/time.ts';
import { type Filled, formState } from '../filled.ts';
import { form, hiddenField, numberField } from '../forms.ts';
import { html } from '../html.ts';
import { type Console, consolePage, may } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { bullets, narrow, paragraph } from '../prose.ts';
import { coursesContent } from './content.en.ts';

const { assembly: words } = coursesContent;
const fields = ['children', 'guests', 'names', 'photos'] as const;

type Params = Console & { readonly course: Course; readonly requestKey: string; readonly filled?: Filled | undefined };

/** Who was at the final assembly, and for how many children there is consent. */
export function assemblyPage({ course, requestKey, filled, ...console }: Params): string {
  const { assembly } = course;
  const held = assembly ? Object.fromEntries(fields.map((path) => [path, [String(assembly[path])]])) : {};
  const state = filled ?? { ...formState(filled), values: held };
  const path = pathOf('/organiser/editions/{edition}/courses/{course}/assembly', course);
  const body = html`${hiddenField('requestKey', requestKey)}
${fields.map((field) => numberField({ ...state, path: field, label: words[field] }))}`;
  return consolePage(console, {
    title: `${words.title}: ${course.schoolName}`,
    path,
    backLink: pathOf('/organiser/editions/{edition}/courses/{course}', course),
    filled,
    body: html`${paragraph(`${dayInWords(course.final)}. ${words.hint}`)}
${
  may(console, 'coordinator')
    ? narrow(form({ action: path, body, submit: words.keep }))
    : bullets(fields.map((field) => `${words[field]}: ${assembly ? assembly[field] : '–'}`))
}`,
  });
}

import type { Course } from '#shared/domain/courses/items.ts';
import { cloudThemes } from '#shared/domain/courses/template.ts';
import { type Filled, formState } from '../filled.ts';
import { fieldGroup, form, hiddenField, numberField } from '../forms.ts';
import { html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { pathOf } from '../paths.ts';
import { lead, paragraph } from '../prose.ts';
import { coursesContent } from './content.en.ts';
import type { MySetting } from './my.ts';

const { cloud: words, themes } = coursesContent;

type Params = MySetting & { readonly course: Course; readonly requestKey: string; readonly filled?: Filled | undefined };

/** The form for a count of the children's clouds, theme by theme. */
export function cloudPage({ edition, programme, school, course, requestKey, filled }: Params): string {
  const { cloud } = course;
  const held = cloud
    ? {
        children: [String(cloud.children)],
        ...Object.fromEntries(cloudThemes.map((theme) => [`themes.${theme}`, [String(cloud.themes[theme] ?? 0)]])),
      }
    : {};
  const state = filled ?? { ...formState(filled), values: held };
  const fields = cloudThemes.map((theme) => numberField({ ...state, path: `themes.${theme}`, label: themes[theme] }));
  const path = pathOf('/my/courses/{course}/cloud', course);
  return journeyPage({
    programme,
    title: words.title,
    caption: `${edition.name}: ${school.schoolName}`,
    path,
    backLink: pathOf('/my/courses/{course}', course),
    filled,
    body: html`${lead(words.intro)}${paragraph(words.private)}
${form({
  action: path,
  body: html`${hiddenField('requestKey', requestKey)}
${numberField({ ...state, path: 'children', label: words.children })}
${fieldGroup({ issues: [], path: 'themes', label: words.themes, body: html`${fields}` })}`,
  submit: words.keep,
})}`,
  });
}

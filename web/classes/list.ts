import { yearGroups } from '#shared/domain/fields.ts';
import { asksParents } from '#shared/domain/instruments/adult-names.ts';
import { answersTaken } from '#shared/domain/pupils/class.ts';
import { table } from '../components/table.ts';
import { formState } from '../filled.ts';
import { form, hiddenField, numberField, radiosField, selectField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, lead, link, paragraph } from '../prose.ts';
import { sayHalfDay, sayNumber } from '../say.ts';
import { classesContent as words } from './content.en.ts';
import { type ClassesSetting, eventTitle } from './setting.ts';

/** A school's classes, and the form to open another. */
export function classesPage(params: ClassesSetting & { readonly requestKey: string }): string {
  const { edition, programme, school, filled, ownsPlace } = params;
  return journeyPage({
    programme,
    title: words.title,
    caption: `${edition.name}: ${school.schoolName}`,
    backLink: ownsPlace ? '/my/place' : '/my/survey',
    path: '/my/classes',
    filled,
    body: html`${lead(words.lead)}${bullets(words.private)}
${heading2(words.classes)}${listOf(params)}
${heading2(words.open.title)}${openForm(params)}`,
  });
}

function listOf(params: ClassesSetting): Html {
  if (params.classes.length === 0) return paragraph(words.none);
  const rows = params.classes.map((one) => [
    { html: link(pathOf('/my/classes/{code}', one), one.code) },
    { text: `${eventTitle(params, one)}, ${labels.years[one.year]}${asksParents(one) ? `, ${words.class.ofParents}` : ''}` },
    { text: words.answers(sayNumber(answersTaken(one)), sayNumber(one.pupils)), format: 'numeric' },
  ]);
  const head = [{ text: words.row.code }, { text: words.row.event }, { text: words.row.answers, format: 'numeric' }];
  return table({
    caption: words.classes,
    captionClasses: 'govuk-visually-hidden',
    head,
    rows,
    firstCellIsHeader: true,
    stacks: true,
  });
}

function openForm({ edition, events, filled, requestKey }: ClassesSetting & { readonly requestKey: string }): Html {
  const { open } = words;
  if (edition.state === 'reported') return paragraph(words.class.reported);
  if (events.length === 0) return paragraph(open.noEvents);
  const state = formState(filled);
  const options = events.map(({ event, title, halfDay }) => ({ value: event, text: `${title}, ${sayHalfDay(halfDay)}` }));
  const years = yearGroups.map((value) => ({ value, text: labels.years[value] }));
  const who = [
    { value: 'children', text: open.children },
    { value: 'parents', text: open.parents, hint: open.parentsHint },
  ];
  const rounds = [
    { value: 'once', text: open.once },
    { value: 'twice', text: open.twice, hint: open.twiceHint },
  ];
  const body = html`${hiddenField('requestKey', requestKey)}
${selectField({ ...state, path: 'event', label: open.event, options, empty: open.choose })}
${selectField({ ...state, path: 'year', label: open.year, options: years, empty: open.choose })}
${numberField({ ...state, path: 'pupils', label: open.pupils })}
${radiosField({ ...state, path: 'who', label: open.who, options: who })}
${radiosField({ ...state, path: 'rounds', label: open.rounds, options: rounds })}`;
  return form({ action: '/my/classes', body, submit: open.button });
}

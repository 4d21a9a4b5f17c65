import { type Filled, formState, problemsOf } from '../filled.ts';
import { form, hiddenField, textField } from '../forms.ts';
import { pathOf } from '../paths.ts';
import { html } from '../html.ts';
import { page } from '../layout.ts';
import { pupilsContent } from './content.en.ts';

const { askCode: words, ownCode: own } = pupilsContent;

/** Asks for the code that the teacher shows. */
export function codePage(filled?: Filled): string {
  const field = textField({
    ...formState(filled),
    path: 'code',
    label: words.label,
    labelSize: 'l',
    hint: words.hint,
    width: 10,
    autocomplete: 'off',
    spellcheck: false,
  });
  const body = html`<h1 class="govuk-heading-xl">${words.title}</h1>
${form({ action: '/c', body: field, submit: words.go, submitClasses: 'app-large' })}`;
  return page({ title: words.title, bare: true, errorSummary: problemsOf(filled, body), body });
}

/** Asks a child of a course for the code on its card: the school knows whose it is, and nobody else. */
export function ownCodePage(code: string, key: string, wrong?: string): string {
  const filled: Filled | undefined =
    wrong === undefined ? undefined : { values: {}, issues: [{ path: 'child', message: wrong }] };
  const field = textField({
    ...formState(filled),
    path: 'child',
    label: own.label,
    labelSize: 'l',
    hint: own.hint,
    width: 10,
    autocomplete: 'off',
    spellcheck: false,
  });
  const inside = html`${hiddenField('requestKey', key)}${hiddenField('page', '0')}${field}`;
  const body = html`<h1 class="govuk-heading-xl">${own.title}</h1>
${form({ action: pathOf('/c/{code}', { code }), body: inside, submit: own.go, submitClasses: 'app-large' })}`;
  return page({ title: own.title, bare: true, errorSummary: problemsOf(filled, body), body });
}

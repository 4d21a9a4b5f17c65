import { type Filled, formState, problemsOf } from '../filled.ts';
import { form, textField } from '../forms.ts';
import { html } from '../html.ts';
import { page } from '../layout.ts';
import { pupilsContent } from './content.en.ts';

const { askCode: words } = pupilsContent;

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

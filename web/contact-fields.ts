import { fieldsContent as words } from './fields.en.ts';
import { type FormState, textField } from './forms.ts';
import { html, type Html } from './html.ts';

type Hints = { readonly emailHint: string; readonly telephoneHint: string };

const { contact } = words;

/** The fields of the person who answers for a sign-up, or, with other hints, who asks something. */
export function contactFields(state: FormState, { emailHint, telephoneHint }: Hints = contact): Html {
  return html`${textField({ ...state, path: 'contact.name', label: contact.name, autocomplete: 'name', spellcheck: false })}
${textField({ ...state, path: 'contact.jobTitle', label: contact.jobTitle, autocomplete: 'organization-title', optional: true })}
${textField({ ...state, path: 'contact.email', label: contact.email, hint: emailHint, type: 'email', autocomplete: 'email' })}
${textField({ ...state, path: 'contact.telephone', label: contact.telephone, hint: telephoneHint, type: 'tel', autocomplete: 'tel', width: 20, optional: true })}`;
}

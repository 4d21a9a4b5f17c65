import { summaryList } from '../components/summary-list.ts';
import { fieldsContent } from '../fields.en.ts';
import { type Filled, formState } from '../filled.ts';
import { form, type FormState, type FormValues, hiddenField, textField } from '../forms.ts';
import { html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { contactRows, row } from '../links/held.ts';
import { barred } from '../my-place/barred.ts';
import { meanwhile } from '../my-place/meanwhile.ts';
import { paragraph } from '../prose.ts';
import { mySessionsContent } from './content.en.ts';
import type { VisitorSetting } from './place.ts';

type Params = VisitorSetting & { readonly requestKey: string; readonly filled?: Filled | undefined };

/** The form that changes how an organisation's contact or a volunteer is called and reached. */
export function visitorContactPage({ edition, programme, visitor, now, requestKey, filled }: Params): string {
  const { contact: words, rows } = mySessionsContent;
  const { contact: labels } = fieldsContent;
  const path = '/my/contact';
  const { contact, version } = visitor.state;
  const values: FormValues = {
    'contact.name': [contact.name],
    'contact.jobTitle': contact.jobTitle === undefined ? [] : [contact.jobTitle],
    'contact.telephone': contact.telephone === undefined ? [] : [contact.telephone],
  };
  const state: FormState = filled ? formState(filled) : { values, issues: [] };
  const fields = html`${hiddenField('version', String(version))}${hiddenField('requestKey', requestKey)}
${textField({ ...state, path: 'contact.name', label: labels.name, autocomplete: 'name', spellcheck: false })}
${textField({ ...state, path: 'contact.jobTitle', label: labels.jobTitle, autocomplete: 'organization-title', optional: true })}
${textField({ ...state, path: 'contact.telephone', label: labels.telephone, hint: labels.telephoneHint, type: 'tel', autocomplete: 'tel', width: 20, optional: true })}`;
  return journeyPage({
    programme,
    title: words.title,
    caption: edition.name,
    backLink: '/my/place',
    path,
    filled,
    body:
      barred(visitor.state.state, { edition, now, words: mySessionsContent, until: 'report' }) ??
      html`${meanwhile({ filled, held: visitor.state, rows: contactRows(contact), now, path })}
${summaryList({ rows: [row(rows.email, contact.email)] })}
${paragraph(words.emailAdvice)}
${form({ action: path, body: fields, submit: words.save })}`,
  });
}

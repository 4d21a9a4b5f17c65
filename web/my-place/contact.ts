import type { Contact } from '#shared/domain/fields.ts';
import { summaryList } from '../components/summary-list.ts';
import { fieldsContent } from '../fields.en.ts';
import { type Filled, formState } from '../filled.ts';
import { form, type FormState, type FormValues, hiddenField, textField } from '../forms.ts';
import { html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { contactRows, row } from '../links/held.ts';
import { link, paragraph } from '../prose.ts';
import { barred } from './barred.ts';
import { myPlaceContent } from './content.en.ts';
import { meanwhile } from './meanwhile.ts';
import type { PlaceSetting } from './place.ts';

type Params = PlaceSetting & { readonly requestKey: string; readonly filled?: Filled | undefined };

/** The form that changes how the contact is called and reached; another address is a hand-over. */
export function contactPage({ edition, programme, school, now, requestKey, filled }: Params): string {
  const { contact: words } = myPlaceContent;
  const path = '/my/place/contact';
  const state: FormState = filled ? formState(filled) : { values: valuesOf(school.contact), issues: [] };
  const { contact: labels } = fieldsContent;
  const fields = html`${hiddenField('version', String(school.version))}${hiddenField('requestKey', requestKey)}
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
      barred(school.state, { edition, now, words: myPlaceContent, until: 'report' }) ??
      html`${meanwhile({ filled, held: school, rows: contactRows(school.contact), now, path })}
${summaryList({ rows: [row(words.email, school.contact.email)] })}
${paragraph(html`${words.emailAdvice} ${link('/my/place/hand-over', myPlaceContent.links.handOver)}`)}
${form({ action: path, body: fields, submit: words.save })}`,
  });
}

function valuesOf({ name, jobTitle, telephone }: Contact): FormValues {
  return {
    'contact.name': [name],
    'contact.jobTitle': jobTitle === undefined ? [] : [jobTitle],
    'contact.telephone': telephone === undefined ? [] : [telephone],
  };
}

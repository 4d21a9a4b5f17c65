import { contactFields } from '../contact-fields.ts';
import { insetText } from '../components/inset-text.ts';
import { fieldsContent } from '../fields.en.ts';
import { formState } from '../filled.ts';
import { form, hiddenField, textareaField, textField } from '../forms.ts';
import { halfDaysField } from '../half-day-field.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import type { SignUpParams } from '../organisations/page.ts';
import { editionPath, pathOf } from '../paths.ts';
import { heading2, lead, link, paragraph } from '../prose.ts';
import { safeguardingFields } from '../safeguarding-fields.ts';
import { volunteersContent as words } from './content.en.ts';

/** The form by which one person offers to help; `organisation` ties it to an organisation that signed up. */
export function volunteerSignUpPage(params: SignUpParams & { readonly organisation: string | undefined }): string {
  const { edition, programme, halfDays, requestKey, filled } = params;
  const common = { programme, caption: edition.name, backLink: editionPath(edition) };
  if (edition.state === 'surveying' || edition.state === 'reported') {
    return journeyPage({ ...common, title: words.closed, body: paragraph(words.closedAdvice) });
  }
  const path = pathOf('/editions/{edition}/volunteers/sign-up', edition);
  // An organisation that was refused is not carried on: nobody could take it out of a hidden field.
  const refused = filled?.issues.some((issue) => issue.path === 'organisation') ?? false;
  const organisation = refused ? undefined : params.organisation;
  const state = formState(filled);
  const body = html`${hiddenField('requestKey', requestKey)}${organisation && hiddenField('organisation', organisation)}
${heading2(fieldsContent.contact.heading)}
${contactFields(state)}
${organisation === undefined && textField({ ...state, path: 'organisationName', label: words.organisationName, hint: words.organisationNameHint, autocomplete: 'organization', optional: true })}
${heading2(words.offerHeading)}
${halfDaysField(state, halfDays, words.halfDays)}
${textareaField({ ...state, path: 'offer', label: words.offer, hint: words.offerHint, optional: true, rows: 3 })}
${heading2(fieldsContent.safeguarding.heading)}
${safeguardingFields(state, 'one')}
${paragraph(words.next)}`;
  return journeyPage({
    ...common,
    title: words.title,
    path,
    filled,
    targets: { organisation: 'organisationName' },
    body: html`${lead(words.intro)}${organisation && withOrganisation(path)}${form({ action: path, body, submit: words.send, trap: true })}`,
  });
}

function withOrganisation(path: string): Html {
  return insetText({ html: html`${words.withOrganisation} ${link(path, words.alone)}` });
}

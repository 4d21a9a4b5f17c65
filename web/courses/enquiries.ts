import type { Enquiry } from '#shared/domain/courses/items.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { enquiryStates } from '#shared/domain/vocabulary.ts';
import { summaryList } from '../components/summary-list.ts';
import { contactFields } from '../contact-fields.ts';
import { type Filled, formState } from '../filled.ts';
import { form, hiddenField, radiosField, selectField, textareaField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { type Console, consolePage, listTable, may } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { heading2, lead, lines, link, narrow, paragraph } from '../prose.ts';
import { sayMoment } from '../say.ts';
import { enquiriesContent as words } from './enquiries.en.ts';

/** The form by which a school asks for a course; a parent is pointed to their school. */
export function enquiryFields(action: string, filled: Filled | undefined): Html {
  const state = formState(filled);
  const who = (['school', 'parent'] as const).map((value) => ({ value, text: words.who[value] }));
  return html`${heading2(words.title)}
${form({
  action,
  trap: true,
  body: html`${radiosField({ ...state, path: 'asks', label: words.asks, options: who })}
${textField({ ...state, path: 'school', label: words.school })}
${contactFields(state, words)}
${textareaField({ ...state, path: 'message', label: words.message, optional: true })}`,
  submit: words.send,
})}`;
}

/** That the organisers have the enquiry. */
export function enquiryThanksPage({ edition, programme }: { readonly edition: Edition; readonly programme: Programme }): string {
  return journeyPage({
    programme,
    title: words.thanks,
    caption: edition.name,
    path: pathOf('/editions/{edition}/courses/asked', edition),
    backLink: pathOf('/editions/{edition}/courses', edition),
    body: html`${lead(words.next)}`,
  });
}

type ListParams = Console & { readonly enquiries: readonly Enquiry[] };

/** The schools that asked for a course. */
export function enquiriesPage({ enquiries, ...console }: ListParams): string {
  const { edition } = console.edition;
  return consolePage(console, {
    title: words.list,
    path: pathOf('/organiser/editions/{edition}/enquiries', { edition }),
    backLink: pathOf('/organiser/editions/{edition}/courses', { edition }),
    body: listTable({
      name: words.list,
      none: words.none,
      head: [words.row.school, words.row.state, words.row.asked].map((text) => ({ text })),
      rows: enquiries.map((one) => [
        { html: link(pathOf('/organiser/editions/{edition}/enquiries/{enquiry}', one), one.school) },
        { text: words.states[one.state] },
        { text: sayMoment(one.askedAt) },
      ]),
    }),
  });
}

type Params = Console & { readonly enquiry: Enquiry; readonly requestKey: string; readonly filled?: Filled | undefined };

/** One enquiry, with how talking about it goes on. */
export function enquiryPage(params: Params): string {
  const { enquiry, filled } = params;
  const { contact } = enquiry;
  const rows = [
    {
      key: { text: words.row.contact },
      value: {
        html: lines([contact.name, contact.jobTitle, contact.email, contact.telephone].filter((one) => one !== undefined)),
      },
    },
    { key: { text: words.row.asked }, value: { text: sayMoment(enquiry.askedAt) } },
    { key: { text: words.row.message }, value: { html: lines((enquiry.message ?? '–').split('\n')) } },
    { key: { text: words.row.state }, value: { text: words.states[enquiry.state] } },
  ];
  return consolePage(params, {
    title: enquiry.school,
    path: pathOf('/organiser/editions/{edition}/enquiries/{enquiry}', enquiry),
    backLink: pathOf('/organiser/editions/{edition}/enquiries', enquiry),
    filled,
    body: html`${summaryList({ rows })}
${may(params, 'coordinator') ? narrow(forms(params)) : paragraph(enquiry.notes ?? words.noNotes)}`,
  });
}

function forms({ enquiry, requestKey, filled }: Params): Html {
  const held = { state: [enquiry.state], notes: [enquiry.notes ?? ''] };
  const state = filled ?? { ...formState(filled), values: held };
  const keep = form({
    action: pathOf('/organiser/editions/{edition}/enquiries/{enquiry}', enquiry),
    body: html`${hiddenField('requestKey', requestKey)}${hiddenField('version', String(enquiry.version))}
${selectField({ ...state, path: 'state', label: words.row.state, options: enquiryStates.map((value) => ({ value, text: words.states[value] })) })}
${textareaField({ ...state, path: 'notes', label: words.notes, hint: words.notesHint, optional: true })}`,
    submit: words.keep,
  });
  const remove = form({
    action: pathOf('/organiser/editions/{edition}/enquiries/{enquiry}/remove', enquiry),
    submit: words.remove,
    submitClasses: 'govuk-button--warning',
  });
  return html`${enquiry.state === 'agreed' && paragraph(words.agreed)}${keep}${paragraph(words.removeHint)}${remove}`;
}

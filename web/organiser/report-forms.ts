import { allPupils } from '#shared/domain/report/printed.ts';
import { figureDefinitions } from '#shared/domain/report/figures.ts';
import { checkboxesField, form, type FormState, textareaField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { pathOf } from '../paths.ts';
import { figuresContent } from './impact.en.ts';

const { impact: words } = figuresContent;

type Quotes = readonly { readonly id: string; readonly quote: string }[];

/** The form that freezes the figures, with what is said beside them. */
export function prepareForm(edition: string, quotes: Quotes, state: FormState): Html {
  const options = quotes.map(({ id, quote }) => ({ value: id, text: quote }));
  const chosen = state.values['quotes'] ?? [];
  return form({
    action: pathOf('/organiser/editions/{edition}/impact/prepare', { edition }),
    body: html`${textareaField({ ...state, path: 'summary', label: words.summary, hint: words.summaryHint })}
${textareaField({ ...state, path: 'pledges', label: words.pledges, hint: words.pledgesHint })}
${textareaField({ ...state, path: 'actions', label: words.actions, hint: words.actionsHint })}
${quotes.length > 0 && checkboxesField({ ...state, values: { ...state.values, quotes: chosen }, path: 'quotes', label: words.quotes, hint: words.quotesHint, options, small: true })}`,
    submit: words.send,
  });
}

/** The form for figures that somebody else printed. */
export function printedForm(edition: string, state: FormState): Html {
  const names = [...figureDefinitions.map(({ figure }) => figure), allPupils].join(', ');
  return form({
    action: pathOf('/organiser/editions/{edition}/impact/printed', { edition }),
    body: html`${textField({ ...state, path: 'reference', label: words.reference, width: 20 })}
${textField({ ...state, path: 'source', label: words.source })}
${textField({ ...state, path: 'address', label: words.address, spellcheck: false })}
${textField({ ...state, path: 'printedOn', label: words.printedOn, hint: words.printedOnHint, width: 10 })}
${textareaField({ ...state, path: 'figures', label: words.figures, hint: words.figuresHint(names) })}`,
    submit: words.keep,
    submitClasses: 'govuk-button--secondary',
  });
}

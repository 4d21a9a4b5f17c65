import { safeguardingStatements } from '#shared/domain/safeguarding.ts';
import { fieldsContent } from './fields.en.ts';
import { type FormState, radiosField } from './forms.ts';
import { html, type Html } from './html.ts';
import { englishLabels as labels } from './labels.en.ts';

const { safeguarding: words } = fieldsContent;

/** The safeguarding statements one by one, each with yes or no. `who` is one person, or everyone of an organisation. */
export function safeguardingFields(state: FormState, who: 'one' | 'everyone'): Html {
  const options = [
    { value: 'yes', text: labels.yes },
    { value: 'no', text: labels.no },
  ];
  const fields = safeguardingStatements.map((statement) =>
    radiosField({ ...state, path: `safeguarding.${statement}`, label: words.statements[statement][who], options, inline: true }),
  );
  return html`${fields}`;
}

import { mostColleagues } from '#shared/domain/organisation.ts';
import { input } from './components/input.ts';
import { fieldsContent } from './fields.en.ts';
import { fieldGroup, type FormState } from './forms.ts';
import { html, type Html } from './html.ts';

const { colleagues: words } = fieldsContent;

type Heading = { readonly labelSize?: 'l'; readonly isPageHeading?: boolean };

/** The addresses of the people who come along; each box may stay empty. */
export function colleagueFields({ values, issues }: FormState, heading: Heading = {}): Html {
  const boxes = Array.from({ length: mostColleagues }, (_, index) =>
    input({
      id: `colleagues-${index + 1}`,
      name: 'colleagues',
      label: { text: words.person(index + 1) },
      type: 'email',
      spellcheck: false,
      value: values['colleagues']?.[index],
    }),
  );
  return fieldGroup({ ...heading, issues, path: 'colleagues', label: words.label, hint: words.hint, body: html`${boxes}` });
}

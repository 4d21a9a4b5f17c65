import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: {
    // Style, not correctness.
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    // A group of checkboxes shares its name.
    'form-dup-name': ['error', { shared: ['radio', 'button', 'checkbox', 'reset', 'submit'] }],
    // GOV.UK Frontend's own markup, to which the fixtures hold us: link buttons, banners with role region, role group on fieldsets.
    'prefer-native-element': ['error', { exclude: ['button', 'region'] }],
    'no-redundant-role': 'off',
  },
});

// The boxes of a list share its name, as checkboxes do; the rule knows only of those.
const lists = ['colleagues', 'came'].map((name) => `Duplicate form control name "${name}"`);

/** What is wrong with a page as HTML, a line for each problem; none for a correct page. */
export async function htmlProblems(document: string): Promise<readonly string[]> {
  const { results } = await validator.validateString(document);
  const messages = results
    .flatMap((one) => one.messages)
    .filter(({ ruleId, message }) => !(ruleId === 'form-dup-name' && lists.includes(message)));
  return messages.map(({ ruleId, message, line }) => `line ${line}, ${ruleId}: ${message}`);
}

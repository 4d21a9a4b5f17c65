import { stepsOf, type Typed } from '#shared/domain/journeys.ts';
import type { School } from '#shared/domain/school.ts';
import { insetText } from '../components/inset-text.ts';
import { summaryList, type SummaryRow } from '../components/summary-list.ts';
import type { Filled } from '../filled.ts';
import { fieldErrors, fieldId, form, hiddenField } from '../forms.ts';
import { html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { lines, paragraph } from '../prose.ts';
import { type Answered, answersOf } from './answers.ts';
import { journeysContent } from './content.en.ts';
import { forgetForm } from './forget.ts';
import { applyPath, entryPath } from './paths.ts';
import type { JourneySetting } from './state-pages.ts';

const { check: words } = journeysContent;

type Params = JourneySetting & {
  readonly draft: string;
  /** The answers that belong to the whole form. */
  readonly values: Typed;
  readonly school: School | undefined;
  readonly filled?: Filled | undefined;
};

/** All answers, each with a link to change it that leads back here, and the button that sends them. */
export function checkPage({ edition, programme, kind, draft, values, school, filled }: Params): string {
  const steps = stepsOf(kind, values);
  const [email = ''] = values['contact.email'] ?? [];
  const rowIssues = filled?.issues.map(({ path, message }) => ({ path: rowOf(path), message })) ?? [];
  const errors = fieldErrors(rowIssues);
  const rows = [
    school && givenRow('urn', words.school, school.name, entryPath(edition, kind)),
    values['organisation'] && givenRow('organisation', words.organisation, words.organisationLink, applyPath(edition, kind)),
    ...steps.flatMap((step) =>
      answersOf(kind, step, values).map((one) => row(one, `${applyPath(edition, kind, step)}?change=1`, errors.get(one.field))),
    ),
  ];
  const body = html`${summaryList({ rows })}
${insetText({ html: html`<p class="govuk-body">${words.email}</p><p class="govuk-heading-m app-break">${email}</p>` })}
${form({ action: applyPath(edition, kind, 'check'), body: html`${hiddenField('draft', draft)}${paragraph(words.next)}`, submit: words.send[kind], trap: true })}
${forgetForm(edition, kind)}`;
  return journeyPage({
    programme,
    caption: edition.name,
    title: words.title,
    backLink: applyPath(edition, kind, steps.at(-1)),
    filled: filled && { ...filled, issues: rowIssues },
    body,
  });
}

function row({ field, key, says }: Answered, href: string, error: string | undefined): SummaryRow {
  const shown = says.length === 0 ? words.left : lines(says);
  const mend = error !== undefined && html`<span class="govuk-error-message">${error}</span>`;
  return {
    key: { html: html`<span id="${fieldId(field)}" tabindex="-1">${key}</span>` },
    value: { html: html`${mend}${shown}` },
    actions: { items: [{ href, text: words.change, visuallyHiddenText: key }] },
  };
}

function givenRow(field: string, key: string, says: string, href: string): SummaryRow {
  return row({ field, key, says: [says] }, href, undefined);
}

/** The field whose row an issue belongs to: a part of a group has no row of its own. */
function rowOf(path: string): string {
  const [group = ''] = path.split('.');
  return group === 'cohorts' || group === 'safeguarding' ? group : path;
}

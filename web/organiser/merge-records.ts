import { differing } from '#shared/domain/merge.ts';
import type { Visitor } from '#shared/domain/visitor.ts';
import { button } from '../components/button.ts';
import { input } from '../components/input.ts';
import { table, type TableCell } from '../components/table.ts';
import { type Filled, formState } from '../filled.ts';
import { checkboxesField, form, hiddenField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { heading2, lines, link, narrow, paragraph } from '../prose.ts';
import { sayHalfDays, sayMoment, sayNumber } from '../say.ts';
import { type Console, consolePage, listTable } from './frame.ts';
import { recordsContent as words } from './records.en.ts';
import { visitorId, visitorName, visitorPathOf } from './visitor-record.ts';

type Answer = ReturnType<typeof differing>[number];
type Base = Console & {
  /** The record that stays. */
  readonly stays: Visitor;
  readonly filled?: Filled | undefined;
};

type FindParams = Base & {
  readonly q: string;
  readonly found: readonly Visitor[];
  /** Whether there may be more than were found. */
  readonly more: boolean;
};

/** Finds the other record of the same organisation or volunteer. */
export function findDuplicatePage({ stays, q, found, more, filled, ...console }: FindParams): string {
  const path = `${visitorPathOf(stays)}/merge`;
  const search = input({ name: 'q', id: 'q', type: 'search', label: { text: words.search }, value: q });
  const rows = found.map((one): TableCell[] => [
    { text: visitorName(one) },
    { html: lines([one.state.contact.name, one.state.contact.email]) },
    { text: labels.states[one.state.state] },
    { html: compareLink(path, one) },
  ]);
  return consolePage(console, {
    title: words.mergeTitle(visitorName(stays)),
    backLink: visitorPathOf(stays),
    filled,
    body: html`${paragraph(words.mergeAdvice)}
<form method="get" action="${path}" role="search">${narrow(search)}${button({ text: words.searchButton, classes: 'govuk-button--secondary' })}</form>
${listTable({
  name: words.found(sayNumber(found.length)),
  none: words.nothingFound,
  head: [words.fields.name, words.fields.contact, words.state, words.compare].map((text) => ({ text })),
  rows,
})}
${more && paragraph(words.furtherFound)}`,
  });
}

function compareLink(path: string, other: Visitor): Html {
  const hidden = html`<span class="govuk-visually-hidden">${words.compareHidden(visitorName(other))}</span>`;
  return link(`${path}?with=${visitorId(other)}`, html`${words.compare}${hidden}`);
}

type CompareParams = Base & {
  readonly goes: Visitor;
  /** What the organisations are called that volunteers came with. */
  readonly names: ReadonlyMap<string, string>;
  readonly requestKey: string;
};

/** Both records side by side, and the choice of which answers stay. */
export function compareRecordsPage({ stays, goes, names, requestKey, filled, ...console }: CompareParams): string {
  const path = `${visitorPathOf(stays)}/merge`;
  const fields = differing(stays.state, goes.state);
  const barred = stays.state.state === 'withdrawn' || goes.state.state === 'withdrawn';
  return consolePage(console, {
    title: words.mergeTitle(visitorName(stays)),
    backLink: path,
    filled,
    body: html`${table({
      caption: words.choose,
      captionClasses: 'govuk-visually-hidden',
      firstCellIsHeader: true,
      stacks: true,
      head: [words.answer, words.here, words.there].map((text) => ({ text })),
      rows: [
        ...standRows(stays, goes),
        ...fields
          .filter((field) => field !== 'name')
          .map((field) => [{ text: words.fields[field] }, said(field, stays, names), said(field, goes, names)]),
      ],
    })}
${barred ? paragraph(words.gone) : mergeForm({ path, stays, goes, requestKey, fields, filled })}
${paragraph(link(path, words.otherRecord))}`,
  });
}

function standRows(stays: Visitor, goes: Visitor): TableCell[][] {
  return [
    [words.fields.name, visitorName(stays), visitorName(goes)],
    [words.state, labels.states[stays.state.state], labels.states[goes.state.state]],
    [words.since, sayMoment(stays.state.signedUpAt), sayMoment(goes.state.signedUpAt)],
  ].map((row) => row.map((text) => ({ text })));
}

/** One answer of a record in words. */
function said(field: Answer, { state }: Visitor, names: ReadonlyMap<string, string>): TableCell {
  const { name, jobTitle, email, telephone } = state.contact;
  if (field === 'contact') return cell([name, jobTitle, email, telephone]);
  if (field === 'halfDays') return cell(sayHalfDays(state.halfDays));
  if ('formats' in state) {
    if (field === 'formats') return cell(state.formats.map((one) => labels.formats[one]));
    if (field === 'yearGroups') return cell(state.yearGroups.map((one) => labels.years[one]));
    if (field === 'sector') return cell([labels.sectors[state.sector]]);
    if (field === 'colleagues') return cell(state.colleagues ?? []);
    if (field === 'publicCredit') return cell([state.publicCredit ? labels.yes : labels.no]);
  }
  const value: unknown = Reflect.get(state, field);
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  return cell(field === 'organisation' ? [names.get(text)] : text.split('\n'));
}

function cell(said: readonly (string | undefined)[]): TableCell {
  const shown = said.filter((one) => one !== undefined && one !== '');
  return { html: lines(shown.length === 0 ? [words.meanwhile.empty] : shown) };
}

type MergeForm = Pick<CompareParams, 'stays' | 'goes' | 'requestKey' | 'filled'> & {
  readonly path: string;
  readonly fields: readonly Answer[];
};

function mergeForm({ path, stays, goes, requestKey, fields, filled }: MergeForm): Html {
  const take = checkboxesField({
    ...formState(filled),
    path: 'take',
    label: words.takeOther,
    hint: words.takeHint,
    small: true,
    options: fields.map((value) => ({ value, text: words.fields[value] })),
  });
  const body = html`${hiddenField('version', String(stays.state.version))}${hiddenField('with', visitorId(goes))}
${hiddenField('withVersion', String(goes.state.version))}${hiddenField('requestKey', requestKey)}
${fields.length === 0 ? paragraph(words.nothingDiffers) : take}
${paragraph(words.mergeWarning)}`;
  return html`${heading2(words.choose)}
${narrow(form({ action: path, body, submit: words.mergeButton, submitClasses: 'govuk-button--warning' }))}`;
}

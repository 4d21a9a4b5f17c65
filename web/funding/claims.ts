import type { FundingLine, OutputClaim } from '#shared/domain/funding/items.ts';
import type { Output } from '#shared/domain/funding/outputs.ts';
import { type Filled, formState } from '../filled.ts';
import { form, hiddenField, selectField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { type Console, consolePage, listTable, may } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { heading2, narrow, paragraph } from '../prose.ts';
import { sayNumber } from '../say.ts';
import { claimsContent as words } from './claims.en.ts';
import { sayClaim } from './say-claim.ts';
import { sayDate } from './say.ts';

type Params = Console & {
  readonly line: FundingLine;
  readonly lines: readonly FundingLine[];
  readonly claims: readonly OutputClaim[];
  readonly outputs: readonly Output[];
  readonly people: ReadonlyMap<string, string>;
  readonly filled?: Filled | undefined;
};

/** What was held, what each counts for, and the form to claim more for one line. */
export function claimsPage({ line, lines, claims, outputs, people, filled, ...console }: Params): string {
  const path = pathOf('/organiser/editions/{edition}/funding/lines/{line}/claims', line);
  const acts = may(console, 'coordinator');
  const claimOf = ({ kind, output }: Output) => claims.find((one) => one.kind === kind && one.output === output);
  const open = outputs.filter((one) => claimOf(one) === undefined);
  const head = [words.output, words.kind, words.on, words.pupils, words.counts, ...(acts ? [words.undo] : [])];
  return consolePage(console, {
    title: words.title,
    path,
    filled,
    caption: line.funder,
    backLink: pathOf('/organiser/editions/{edition}/funding/lines/{line}', line),
    body: html`${paragraph(words.intro)}
${heading2(words.held)}
${listTable({
  name: words.held,
  none: words.none,
  head: head.map((text) => ({ text })),
  rows: outputs.map((one) => {
    const claim = claimOf(one);
    const mine = claim?.line === line.line;
    return [
      { text: one.title },
      { text: words.kinds[one.kind] },
      { text: sayDate(one.on) },
      { text: one.kind === 'wave' ? '' : sayNumber(one.pupils) },
      { text: claim ? sayClaim(claim, { lines, people }) : words.nothing },
      ...(acts ? [mine ? { html: undoForm(path, one) } : { text: '' }] : []),
    ];
  }),
})}
${acts && html`${heading2(words.claim)}${narrow(claimForm(path, { line, open, filled }))}`}`,
  });
}

function valueOf({ kind, output }: Output): string {
  return `${kind} ${output}`;
}

function undoForm(path: string, output: Output): Html {
  return form({
    action: `${path}/undo`,
    body: hiddenField('output', valueOf(output)),
    submit: words.undoOne(output.title),
    submitClasses: 'govuk-button--secondary',
  });
}

type Claiming = { readonly line: FundingLine; readonly open: readonly Output[]; readonly filled: Filled | undefined };

function claimForm(action: string, { line, open, filled }: Claiming): Html {
  if (line.deliverables.length === 0) return paragraph(words.noDeliverables);
  if (open.length === 0) return paragraph(words.allClaimed);
  const state = formState(filled);
  return form({
    action,
    body: html`${selectField({
      ...state,
      path: 'output',
      label: words.output,
      empty: words.chooseOutput,
      options: open.map((one) => ({ value: valueOf(one), text: `${one.title}, ${sayDate(one.on)}` })),
    })}
${selectField({
  ...state,
  path: 'deliverable',
  label: words.deliverable,
  empty: words.chooseDeliverable,
  options: line.deliverables.map(({ deliverable, what }) => ({ value: deliverable, text: what })),
})}`,
    submit: words.submit,
  });
}

import { isFlagged } from '#shared/domain/claims/check.ts';
import type { Claim } from '#shared/domain/claims/claim.ts';
import { type Filled, formState } from '../filled.ts';
import { form, textareaField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, paragraph } from '../prose.ts';
import { titleOf } from '../report/say-figure.ts';
import { figuresContent } from './impact.en.ts';
import { type Console, consolePage } from './frame.ts';

const { check: words } = figuresContent;

type CheckParams = Console & {
  readonly checked?: readonly { readonly sentence: string; readonly claims: readonly Claim[] }[] | undefined;
  readonly filled?: Filled | undefined;
};

/** A box for sentences, and what was found in each. */
export function checkPage({ checked, filled, ...console }: CheckParams): string {
  const state = formState(filled);
  const path = pathOf('/organiser/editions/{edition}/impact/check', console.edition);
  return consolePage(console, {
    title: words.title,
    filled,
    path,
    backLink: pathOf('/organiser/editions/{edition}/impact', console.edition),
    body: html`${paragraph(words.intro)}
${checked && html`${heading2(words.found)}${checked.map(resultOf)}`}
${form({
  action: path,
  submit: words.submit,
  body: html`${textareaField({ ...state, path: 'sentence', label: words.sentence })}
${textareaField({ ...state, path: 'table', label: words.table, hint: words.tableHint })}`,
})}`,
  });
}

function resultOf({ sentence, claims }: NonNullable<CheckParams['checked']>[number]): Html {
  const flagged = claims.filter(isFlagged);
  const verdict = claims.length === 0 ? words.nothing : flagged.length === 0 ? words.holds : words.flagged;
  return html`<h3 class="govuk-heading-s"><q>${sentence}</q></h3>
${paragraph(verdict)}
${claims.length > 0 && bullets(claims.map(lineOf))}`;
}

function lineOf({ text, verdict, figure, says, fault }: Claim): string {
  const of = figure === undefined ? '' : titleOf(figure);
  if (verdict === 'holds') return words.line.holds(text, of);
  const why = fault === undefined ? '' : ` ${words.faults[fault]}`;
  if (verdict === 'wrong') return `${words.line.wrong(text, of, says ?? '')}${why}`;
  return `${words.line.unlinked(text)}${why}`;
}

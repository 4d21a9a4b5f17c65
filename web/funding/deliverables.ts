import type { FundingLine } from '#shared/domain/funding/items.ts';
import type { Progress } from '#shared/domain/funding/outputs.ts';
import { deliverableUnits } from '#shared/domain/vocabulary.ts';
import { type Filled, formState } from '../filled.ts';
import { checkboxesField, form, numberField, selectField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { type Console, consolePage, listTable, may } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { heading2, narrow } from '../prose.ts';
import { sayNumber } from '../say.ts';
import { fundingContent } from './content.en.ts';

const { deliverables: words } = fundingContent;

type Params = Console & {
  readonly line: FundingLine;
  readonly progress: readonly Progress[];
  readonly filled?: Filled | undefined;
};

/** What a funder was promised, how far it is, and the form for more. */
export function deliverablesPage({ line, progress, filled, ...console }: Params): string {
  const path = pathOf('/organiser/editions/{edition}/funding/lines/{line}/deliverables', line);
  return consolePage(console, {
    title: words.title,
    path,
    filled,
    backLink: pathOf('/organiser/editions/{edition}/funding/lines/{line}', line),
    body: html`${progressTable(progress)}
${may(console, 'coordinator') && html`${heading2(words.add)}${narrow(promiseForm(path, filled))}`}`,
  });
}

/** Deliverables against their targets. */
export function progressTable(progress: readonly Progress[]): Html {
  return listTable({
    name: words.title,
    none: words.none,
    head: [words.what, words.unit, words.target, words.delivered].map((text) => ({ text })),
    rows: progress.map(({ what, unit, target, delivered }) => [
      { text: what },
      { text: words.units[unit] },
      { text: sayNumber(target) },
      { text: sayNumber(delivered) },
    ]),
  });
}

function promiseForm(action: string, filled: Filled | undefined): Html {
  const state = formState(filled);
  return form({
    action,
    body: html`${textField({ ...state, path: 'deliverable', label: fundingContent.short, hint: words.shortHint, spellcheck: false })}
${textField({ ...state, path: 'what', label: words.what, hint: words.whatHint })}
${selectField({
  ...state,
  path: 'unit',
  label: words.unit,
  empty: words.choose,
  options: deliverableUnits.map((value) => ({ value, text: words.units[value] })),
})}
${numberField({ ...state, path: 'target', label: words.target, width: 10 })}
${checkboxesField({ ...state, path: 'remove', label: words.remove, small: true, options: [{ value: 'yes', text: words.removeThis }] })}`,
    submit: fundingContent.save,
  });
}

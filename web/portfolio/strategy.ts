import type { Strategy } from '#shared/domain/portfolio/strategy.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { type Filled, formState } from '../filled.ts';
import { checkboxesField, form, hiddenField, textareaField, textField } from '../forms.ts';
import { html } from '../html.ts';
import { type Organiser, organiserPage } from '../organiser/frame.ts';
import { narrow } from '../prose.ts';
import { portfolioContent } from './content.en.ts';

const { strategy: words } = portfolioContent;

type Params = {
  readonly organiser: Organiser;
  readonly programmes: readonly Programme[];
  readonly current: Strategy | undefined;
  readonly filled?: Filled | undefined;
};

/** The form that writes a strategy down or changes it. */
export function strategyPage({ organiser, programmes, current, filled }: Params): string {
  const kept = current && {
    strategy: [current.strategy],
    name: [current.name],
    aim: [current.aim],
    programmes: current.programmes,
  };
  const state = filled ? formState(filled) : { values: kept ?? {}, issues: [] };
  const path = '/organiser/portfolio/strategy';
  const choices = programmes.map(({ programme, name }) => ({ value: programme, text: name }));
  const body = html`${hiddenField('version', String(current?.version ?? 0))}
${current ? hiddenField('strategy', current.strategy) : textField({ ...state, path: 'strategy', label: words.short, hint: words.shortHint })}
${textField({ ...state, path: 'name', label: words.name })}
${textareaField({ ...state, path: 'aim', label: words.aim })}
${checkboxesField({ ...state, path: 'programmes', label: words.programmes, options: choices })}`;
  return organiserPage({
    organiser,
    title: current?.name ?? words.title,
    path,
    backLink: '/organiser/portfolio',
    filled,
    body: narrow(form({ action: path, body, submit: words.save })),
  });
}

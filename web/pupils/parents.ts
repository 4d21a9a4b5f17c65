import type { Instrument } from '#shared/domain/instruments/instrument.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { form, hiddenField, radiosField } from '../forms.ts';
import { html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { pathOf } from '../paths.ts';
import { bullets, lead } from '../prose.ts';
import { parentsContent as words } from './parents.en.ts';

type Params = {
  readonly programme: Programme;
  readonly code: string;
  readonly instrument: Instrument;
  /** Random, so that sending twice is one answer. */
  readonly key: string;
  /** Whether it was sent without any answer. */
  readonly nothing?: boolean;
};

/** What the parents of a class are asked, on one page. Nothing says who answers. */
export function parentsPage({ programme, code, instrument, key, nothing }: Params): string {
  const [first] = instrument.statements;
  const filled = nothing && first ? { values: {}, issues: [{ path: first.id, message: words.nothing }] } : undefined;
  const state = filled ?? { values: {}, issues: [] };
  const options = words.scale.map((text, index) => ({ value: String(index + 1), text }));
  const action = pathOf('/c/{code}', { code });
  const fields = instrument.statements.map(({ id, text }) =>
    radiosField({ ...state, path: id, label: text, labelSize: 'm', options }),
  );
  return journeyPage({
    programme,
    title: instrument.title,
    path: action,
    filled,
    body: html`${lead(words.lead)}${bullets(words.private)}
${form({ action, body: html`${hiddenField('requestKey', key)}${fields}`, submit: words.send })}`,
  });
}

/** How it ends for a parent: thanks, or why no answer is taken any more. */
export function parentsEndPage(programme: Programme, end: keyof typeof words.ends): string {
  const { title, advice } = words.ends[end];
  return journeyPage({ programme, title, body: lead(advice) });
}

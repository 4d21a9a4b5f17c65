import { gateAdults } from '#shared/domain/disclosure/gate-adults.ts';
import type { EditionTotal } from '#shared/domain/totals.ts';
import { table } from '../components/table.ts';
import { html, type Html } from '../html.ts';
import { sayNumber } from '../say.ts';
import { impactContent as words } from './content.en.ts';

const headline = ['schools', 'hosts', 'organisations', 'pupilsFaceToFace', 'pupilsOnline'] as const;

/** The headline figures, each in its own sentence. */
export function headlineFigures(figures: EditionTotal): Html {
  const items = headline.map((name) => {
    const count = figures[name];
    const text = words.headline[name][count === 1 ? 'one' : 'many'];
    return html`<li><span class="app-figure">${sayNumber(count)}</span> ${text}</li>\n`;
  });
  return html`<ul class="govuk-list govuk-list--spaced">${items}</ul>`;
}

/** What visitors and parents said so far, hidden as in the report. */
export function adultsTables({ adults = [] }: EditionTotal): Html {
  const { table: text } = words;
  return html`${adults.map((said) => {
    const named = said.instrument === 'parents' ? words.adults.parents : words.adults.volunteers;
    const rows = gateAdults(said).map(({ text: statement, mean, n, invited, responseRate }) => [
      { text: statement },
      { text: mean?.toFixed(2) ?? words.adults.hidden, format: 'numeric' },
      { text: n === undefined ? words.adults.hidden : sayNumber(n), format: 'numeric' },
      { text: sayNumber(invited), format: 'numeric' },
      { text: responseRate === undefined ? words.adults.hidden : `${Math.round(responseRate * 100)}%`, format: 'numeric' },
    ]);
    const names = [text.mean, text.n, named.invited, text.rate];
    const head = [{ text: text.statement }, ...names.map((name) => ({ text: name, format: 'numeric' }))];
    return table({ caption: named.caption, stacks: true, firstCellIsHeader: true, head, rows });
  })}`;
}

/** What schools answered, statement by statement, with how many were asked. */
export function statementTable({ statements }: EditionTotal): Html {
  const { table: text } = words;
  const rows = statements.map(({ text: statement, mean, n, invited, responseRate }) => [
    { text: statement },
    { text: mean === undefined ? text.nobody : mean.toFixed(2), format: 'numeric' },
    { text: sayNumber(n), format: 'numeric' },
    { text: sayNumber(invited), format: 'numeric' },
    { text: responseRate === undefined ? text.notAsked : `${Math.round(responseRate * 100)}%`, format: 'numeric' },
  ]);
  const head = [
    { text: text.statement },
    ...[text.mean, text.n, text.invited, text.rate].map((name) => ({ text: name, format: 'numeric' })),
  ];
  const caption = { caption: text.caption, captionClasses: 'govuk-visually-hidden' };
  return table({ ...caption, stacks: true, firstCellIsHeader: true, head, rows });
}

import type { Instrument, Statement } from '#shared/domain/instruments/instrument.ts';
import { scales } from '#shared/domain/instruments/scales.ts';
import type { PlacesChosen } from '#shared/domain/pupils/items.ts';
import { hiddenField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { page as layout } from '../layout.ts';
import { pathOf } from '../paths.ts';
import { pupilsContent as words } from './content.en.ts';
import { pictureOf } from './pictures.ts';

export type QuestionParams = {
  readonly code: string;
  readonly instrument: Instrument;
  /** From 1. */
  readonly page: number;
  /** All that was chosen so far: it travels with the page and is kept nowhere else. */
  readonly answers: PlacesChosen;
  /** Random, from the first page on: the last page sent twice is one answer. */
  readonly key: string;
  /** The child's own code, in a course. */
  readonly child?: string | undefined;
};

/** One question. Each answer is a button of its own: one press turns the page. */
export function questionPage({ code, instrument, page, answers, key, child }: QuestionParams): string {
  const { statements } = instrument;
  const statement = statements[page - 1];
  if (!statement) throw new Error(`there is no page ${page}`);
  const others = Object.entries(answers).filter(([name]) => name !== statement.id);
  const own = child === undefined ? [] : [['child', child]];
  const hidden = [['requestKey', key], ['page', String(page)], ...own, ...others.map(([name, place]) => [name, String(place)])];
  const last = page === statements.length;
  const keep = last && html` data-keep="${words.kept}" data-refused="${words.refused}"`;
  return layout({
    title: statement.text,
    bare: true,
    wide: true,
    body: html`<p class="govuk-caption-l">${words.of(page, statements.length)}</p>
<h1 class="govuk-heading-xl" id="question">${statement.text}</h1>
${readAloud(statement)}
<form method="post" action="${pathOf('/c/{code}', { code })}"${keep} novalidate>
${hidden.map(([name = '', value = '']) => hiddenField(name, value))}
${statement.scale === 'count' ? number(statement, answers[statement.id]) : html`<div class="app-picks" role="group" aria-labelledby="question">${picks(statement, answers[statement.id])}</div>`}
<div class="app-turn">${page > 1 && turn('back', words.back)}${turn('skip', words.skip)}</div>
</form>`,
  });
}

function picks({ id, scale }: Statement, chosen: number | undefined): Html[] {
  return scales[scale].words.map((word, index) => {
    const place = index + 1;
    const note = place === chosen && html`<span class="govuk-visually-hidden"> (${words.chosen})</span>`;
    const look = place === chosen ? 'app-pick app-pick--chosen' : 'app-pick';
    return html`<button type="submit" class="${look}" name="${id}" value="${place}">${pictureOf(scale, place)}<span>${word}</span>${note}</button>\n`;
  });
}

/** A number to type: counting is done aloud or on paper, and nothing of it is kept but how many. */
function number({ id, text }: Statement, chosen: number | undefined): Html {
  const value = chosen === undefined ? '' : String(chosen);
  return html`<p><input class="govuk-input govuk-input--width-3 app-number" name="${id}" type="text" inputmode="numeric" autocomplete="off" aria-label="${text}" value="${value}"></p>
<p><button type="submit" class="app-turn__button">${words.next}</button></p>`;
}

function turn(go: 'back' | 'skip', text: string): Html {
  return html`<button type="submit" class="app-turn__button" name="go" value="${go}">${text}</button>`;
}

/** Shown by the script where the browser can speak. */
function readAloud({ text, scale }: Statement): Html {
  const say = [text, ...scales[scale].words].join('. ');
  return html`<button type="button" class="app-turn__button" data-read="${say}" hidden>${words.read}</button>`;
}

import type { CourseChanges } from '#shared/domain/disclosure/course-changes.ts';
import type { EvaluationWave } from '#shared/domain/funding/items.ts';
import type { BandChanges } from '#shared/domain/funding/needs.ts';
import { instrumentOf, type WaveFigure } from '#shared/domain/funding/waves.ts';
import { waveAudiences } from '#shared/domain/vocabulary.ts';
import { details } from '../components/details.ts';
import { type Filled, formState } from '../filled.ts';
import { form, selectField, textareaField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { changesTable, courseTable } from '../impact/children.ts';
import { type Console, consolePage, listTable, may } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, link, narrow, paragraph } from '../prose.ts';
import { sayNumber } from '../say.ts';
import { evaluationContent as words } from './evaluation.en.ts';
import { sayDate } from './say.ts';

/** A wave with what may be shown of it. */
export type ShownWave = { readonly wave: EvaluationWave; readonly figures: readonly WaveFigure[] };

type Params = Console & {
  readonly waves: readonly ShownWave[];
  readonly changes: CourseChanges | undefined;
  readonly byBand: readonly BandChanges[];
  readonly filled?: Filled | undefined;
};

/** How it was: waves and paired change, and the form for a wave. */
export function evaluationPage({ waves, changes, byBand, filled, ...console }: Params): string {
  const { edition } = console.edition;
  const path = pathOf('/organiser/editions/{edition}/funding/evaluation', { edition });
  return consolePage(console, {
    title: words.title,
    path,
    filled,
    backLink: pathOf('/organiser/editions/{edition}/funding', { edition }),
    body: html`${paragraph(words.intro)}
${bullets([link(`${path}/needs`, words.needs), link(`${path}/quotes`, words.quotes)])}
${wavesSection(waves)}
${changesSection(changes, byBand)}
${may(console, 'coordinator') && html`${heading2(words.add)}${narrow(waveForm(path, filled))}`}`,
  });
}

/** What adults said, wave by wave, and when pupils were asked. */
export function wavesSection(waves: readonly ShownWave[]): Html {
  if (waves.length === 0) return html`${heading2(words.waves)}${paragraph(words.noWaves)}`;
  return html`${heading2(words.waves)}${waves.map(
    ({
      wave,
      figures,
    }) => html`<h3 class="govuk-heading-s">${wave.title}: ${words.audiences[wave.audience]}, ${sayDate(wave.on)}</h3>
${
  wave.audience === 'pupils'
    ? paragraph(words.pupilsCounted)
    : listTable({
        name: wave.title,
        none: words.noWaves,
        head: [words.statement, words.n, words.mean, words.range].map((text) => ({ text })),
        rows: figures.map(({ text, n, mean, interval }) => [
          { text },
          { text: n === undefined ? '' : sayNumber(n) },
          { text: mean === undefined ? words.few : mean.toFixed(2) },
          { text: interval ? words.ends(interval.low.toFixed(2), interval.high.toFixed(2)) : '' },
        ]),
      })
}`,
  )}`;
}

/** How the same children changed, and the same by the need of their school. */
export function changesSection(changes: CourseChanges | undefined, byBand: readonly BandChanges[]): Html {
  if (!changes) return paragraph(words.noPairs);
  return html`${courseTable(changes)}
${heading2(words.byBand)}${paragraph(words.byBandIntro)}
${
  byBand.length === 0
    ? paragraph(words.noBands)
    : byBand.map(({ band, changes: { changes: own } }) => changesTable(own, words.band(words.need.bands[band])))
}`;
}

function waveForm(action: string, filled: Filled | undefined): Html {
  const state = formState(filled);
  const named = waveAudiences
    .filter((audience) => audience !== 'pupils')
    .map((audience) =>
      details({
        summaryText: words.statements(words.audiences[audience]),
        html: bullets(instrumentOf[audience].statements.map(({ id, text }) => `${id}: ${text}`)),
      }),
    );
  return form({
    action,
    body: html`${textField({ ...state, path: 'wave', label: words.wave, hint: words.shortHint, spellcheck: false })}
${textField({ ...state, path: 'title', label: words.name })}
${selectField({
  ...state,
  path: 'audience',
  label: words.audience,
  empty: words.choose,
  options: waveAudiences.map((value) => ({ value, text: words.audiences[value] })),
})}
${textField({ ...state, path: 'on', label: words.on, hint: words.onHint, width: 10, spellcheck: false })}
${named}
${textareaField({ ...state, path: 'counts', label: words.counts, hint: words.countsHint, optional: true, rows: 6 })}`,
    submit: words.save,
  });
}

import type { Edition } from '#shared/domain/edition.ts';
import type { EditionTotal } from '#shared/domain/impact.ts';
import { editionStates } from '#shared/domain/vocabulary.ts';
import { dayInWords } from '#shared/kernel/time.ts';
import { summaryList } from '../components/summary-list.ts';
import { form, hiddenField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { editionPath, pathOf } from '../paths.ts';
import { bullets, heading2, link, paragraph } from '../prose.ts';
import { sayDays, sayNumber } from '../say.ts';
import { organiserContent } from './content.en.ts';
import { type Console, consolePage, listLinks, may, settingLinks } from './frame.ts';

const { edition: words } = organiserContent;

/** One edition: where it stands, the step to its next state, and the way to its lists. */
export function organiserEditionPage({ total, ...console }: Console & { readonly total: EditionTotal | undefined }): string {
  const { edition } = console;
  const rows = [
    { key: { text: words.state }, value: { text: labels.editionStates[edition.state] } },
    { key: { text: words.dates }, value: { text: sayDays(edition.starts, edition.ends) } },
    { key: { text: words.signUp }, value: { text: sayDays(edition.registrationOpens, edition.registrationCloses) } },
    { key: { text: words.survey }, value: { text: dayInWords(edition.surveyCloses) } },
    edition.state !== 'draft' && {
      key: { text: words.publicPage },
      value: { html: link(editionPath(edition), words.seePublic) },
    },
  ];
  return consolePage(console, {
    title: edition.name,
    caption: undefined,
    path: pathOf('/organiser/editions/{edition}', edition),
    body: html`${summaryList({ rows })}
${may(console, 'admin') && stepForm(edition)}
${heading2(words.counts)}
${total ? counts(total) : paragraph(words.notCounted)}
${heading2(words.lists)}
${bullets(listLinks(edition.edition).map(({ href, text }) => link(href, text)))}
${heading2(words.runs)}
${bullets(settingLinks(edition.edition).map(({ href, text }) => link(href, text)))}`,
  });
}

function stepForm({ edition, state }: Edition): Html {
  const next = editionStates[editionStates.indexOf(state) + 1];
  if (next === undefined || next === 'draft') return paragraph(words.last);
  return html`${paragraph(`${words.stepAdvice[next]} ${words.noBack}`)}
${form({ action: pathOf('/organiser/editions/{edition}/state', { edition }), body: hiddenField('state', next), submit: words.step(labels.editionStates[next]) })}`;
}

function counts(total: EditionTotal): Html {
  const figures = [
    [words.pending, total.registrationsPending],
    [words.confirmed, total.registrationsConfirmed],
    [words.schools, total.schools],
    [words.events, total.events],
  ] as const;
  return summaryList({ rows: figures.map(([text, count]) => ({ key: { text }, value: { text: sayNumber(count) } })) });
}

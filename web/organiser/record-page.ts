import type { Missing } from '#shared/domain/missing.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { button } from '../components/button.ts';
import { insetText } from '../components/inset-text.ts';
import { summaryList, type SummaryRow } from '../components/summary-list.ts';
import { tag } from '../components/tag.ts';
import type { Filled } from '../filled.ts';
import { hiddenField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, link, narrow, paragraph } from '../prose.ts';
import { sayList } from '../say.ts';
import { chasePart, type Dossier, doneBanner, mailsPart, notesPart, timelinePart } from './dossier.ts';
import { type Console, consolePage, may } from './frame.ts';
import { listsContent } from './lists.en.ts';
import { recordsContent as words } from './records.en.ts';

/** How a record stands. */
export type Stand = {
  readonly state: 'pending' | 'confirmed' | 'withdrawn';
  readonly missing: readonly Missing[];
  /** The page of the record it was merged into. */
  readonly mergedInto: string | undefined;
  /** Whether something waits for their answer: they can be reminded. */
  readonly waits: boolean;
};

type RecordParts = {
  readonly name: string;
  readonly list: 'registrations' | 'organisations' | 'volunteers';
  readonly path: string;
  readonly stand: Stand;
  readonly rows: readonly (SummaryRow | undefined)[];
  readonly places: Html;
  /** Where Approve posts; `list` where the same button stands in a list too. */
  readonly approve: { readonly action: string; readonly list: boolean };
  /** The page that merges it with another; none where there is no such thing. */
  readonly merge: string | undefined;
  readonly dossier: Dossier;
  readonly now: Instant;
  readonly filled: Filled | undefined;
};

/** The page of one record, whoever it is about. */
export function recordPage(console: Console, parts: RecordParts): string {
  const { name, list, path, rows, places, dossier, now, filled } = parts;
  const mayAct = may(console, 'coordinator');
  const asked = { path, now, mayAct, filled };
  return consolePage(console, {
    title: name,
    backLink: pathOf(`/organiser/editions/{edition}/${list}`, console.edition),
    filled,
    body: html`${doneBanner(dossier)}${standPart(parts)}
${heading2(words.do)}
${mayAct ? actions(parts) : paragraph(words.viewOnly)}
${may(console, 'admin') && bullets([link(`${path}/erase`, words.erase)])}
${heading2(words.facts)}
${narrow(summaryList({ rows }))}
${places}
${notesPart(dossier, asked)}
${mailsPart(dossier)}
${timelinePart(dossier)}`,
  });
}

function standPart({ stand: { state, missing, mergedInto }, dossier: { mail } }: RecordParts): Html {
  const colours = { pending: 'govuk-tag--yellow', confirmed: 'govuk-tag--green', withdrawn: 'govuk-tag--grey' } as const;
  const incomplete = missing.length > 0 && state !== 'withdrawn';
  const tags = [
    tag({ text: mergedInto === undefined ? labels.states[state] : words.states.merged, classes: colours[state] }),
    incomplete && tag({ text: words.states.incomplete, classes: 'govuk-tag--orange' }),
    mail && tag({ text: listsContent[mail], classes: 'govuk-tag--red' }),
  ];
  return html`${paragraph(html`${tags.map((one) => one && html`${one} `)}`)}
${incomplete && paragraph(words.missing(sayList(missing.map((one) => words.lacks[one]))))}
${mergedInto !== undefined && insetText({ html: html`${words.mergedInto} ${link(mergedInto, words.seeOther)}` })}`;
}

function actions({ stand, path, approve, merge, dossier, now, filled }: RecordParts): Html {
  if (stand.state === 'withdrawn') return paragraph(words.gone);
  const press = button({ text: words.approve, preventDoubleClick: true });
  const approval = html`<form method="post" action="${approve.action}">${approve.list && hiddenField('to', 'record')}${press}</form>\n`;
  const links = [
    link(`${path}/edit`, words.edit),
    ...(merge === undefined ? [] : [link(merge, words.merge)]),
    link(`${path}/withdraw`, words.withdraw),
  ];
  return html`${stand.state === 'pending' && approval}${chasePart(dossier, stand.waits, { path, now, mayAct: true, filled })}${bullets(links)}`;
}

import type { Event } from '#shared/domain/event.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { type Claim, inTurn, mealsFrom, pointsOf } from '#shared/domain/fair-shares.ts';
import { holding } from '#shared/domain/week-settings.ts';
import type { WaitingEntry } from '#shared/domain/waiting-entry.ts';
import { takesSchools } from '#shared/domain/waiting.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { cohortFields } from '../cohort-fields.ts';
import { button } from '../components/button.ts';
import { insetText } from '../components/inset-text.ts';
import { summaryList } from '../components/summary-list.ts';
import { table } from '../components/table.ts';
import { type Filled, formState } from '../filled.ts';
import { form, type FormState, hiddenField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { cohortValues } from '../my-place/change.ts';
import type { PlaceSetting } from '../my-place/place.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, link, paragraph } from '../prose.ts';
import { sayHalfDay, sayMoment, sayPupils } from '../say.ts';
import { waitingContent as words } from './content.en.ts';

type Open = { readonly event: Event; readonly entry: WaitingEntry | undefined };

/** Every event a school can ask for places at, and where it waits. */
export function waitingListPage({ edition, programme, open }: PlaceSetting & { readonly open: readonly Open[] }): string {
  const inOrder = open.toSorted(
    (a, b) => a.event.halfDay.localeCompare(b.event.halfDay) || a.event.title.localeCompare(b.event.title, 'en-GB'),
  );
  const { columns } = words;
  const rows = inOrder.map(({ event, entry }) => [
    { html: link(pathOf('/my/place/waiting/{event}', { event: event.event }), event.title) },
    { text: sayHalfDay(event.halfDay) },
    { text: event.placesFree > 0 ? words.free(event.placesFree) : words.full },
    { text: standsOf(entry) },
  ]);
  return journeyPage({
    programme,
    title: words.title,
    caption: edition.name,
    backLink: '/my/place',
    path: '/my/place/waiting',
    body: html`${paragraph(words.how)}
${rows.length === 0 ? paragraph(words.none) : table({ caption: words.title, captionClasses: 'govuk-visually-hidden', firstCellIsHeader: true, stacks: true, head: [columns.event, columns.when, columns.places, columns.you].map((text) => ({ text })), rows })}
${rulesPart(edition)}`,
  });
}

function standsOf(entry: WaitingEntry | undefined): string {
  if (entry === undefined) return words.stands.not;
  const pupils = sayPupils(entry.pupils);
  if (entry.state === 'offered' && entry.until) return words.stands.offered(pupils, sayMoment(entry.until));
  return entry.state === 'lapsed' ? words.stands.lapsed : words.stands.waiting(pupils);
}

/** The weights of an edition, as everybody reads them. */
export function rulesPart(edition: Edition): Html {
  const { noPlaceYet, manyMeals, someMeals, perDay, holdHours } = holding(edition).waiting;
  const { rules } = words;
  return html`${heading2(words.fair)}${bullets([
    rules.noPlaceYet(noPlaceYet),
    rules.freeMeals(mealsFrom.many, manyMeals),
    rules.freeMeals(mealsFrom.some, someMeals),
    rules.perDay(perDay),
    ...words.always,
    rules.hold(holdHours),
  ])}`;
}

type EventParams = PlaceSetting & {
  readonly event: Event;
  readonly entry: WaitingEntry | undefined;
  readonly claims: readonly Claim[];
  readonly now: Instant;
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** One event: what the school is offered, its turn with the reasons, or the form to ask. */
export function waitingEventPage(params: EventParams): string {
  const { edition, programme, event, entry, now, filled } = params;
  const path = pathOf('/my/place/waiting/{event}', { event: event.event });
  const rows = [
    { key: { text: words.columns.when }, value: { text: sayHalfDay(event.halfDay) } },
    { key: { text: words.columns.places }, value: { text: event.placesFree > 0 ? words.free(event.placesFree) : words.full } },
    ...(event.state === 'cancelled' ? [{ key: { text: words.columns.you }, value: { text: labels.eventStates.cancelled } }] : []),
  ];
  const open = takesSchools(event, now);
  return journeyPage({
    programme,
    title: event.title,
    caption: edition.name,
    backLink: '/my/place/waiting',
    path,
    filled,
    body: html`${entry && standPart(params, entry)}
${summaryList({ rows })}
${entry?.state === 'offered' ? undefined : open ? askPart(params, path) : paragraph(words.closed)}
${entry?.state === 'waiting' && answerForm({ path, entry, answer: 'declined', submit: words.leave })}
${rulesPart(edition)}
${paragraph(link('/my/place/waiting', words.back))}`,
  });
}

function standPart({ edition, event, claims, now }: EventParams, entry: WaitingEntry): Html {
  const path = pathOf('/my/place/waiting/{event}', { event: event.event });
  if (entry.state === 'lapsed') return insetText({ text: words.lapsed });
  if (entry.state === 'offered' && entry.until) {
    return html`${insetText({ text: words.offeredHeading(sayPupils(entry.pupils)) })}${paragraph(words.offeredUntil(sayMoment(entry.until)))}
${answerForm({ path, entry, answer: 'accepted', submit: words.take })}${answerForm({ path, entry, answer: 'declined', submit: words.decline })}`;
  }
  return html`${insetText({ text: words.stands.waiting(sayPupils(entry.pupils)) })}${turnSentences(entry, { event, claims, by: { now, rules: holding(edition).waiting } }).map((one) => paragraph(one))}`;
}

type Turn = { readonly event: Event; readonly claims: readonly Claim[]; readonly by: Parameters<typeof pointsOf>[1] };

/** Where a school stands on the list and why, in sentences. */
function turnSentences(entry: WaitingEntry, { event, claims, by }: Turn): string[] {
  const turn = inTurn(claims, by);
  const place = turn.findIndex((one) => one.entry.urn === entry.urn);
  const mine = turn[place];
  if (!mine) return [];
  const fits = entry.pupils <= event.placesFree;
  return [
    words.turn(place + 1, turn.length),
    words.why(pointsOf(mine, by)),
    fits ? words.soon : words.tooMany(entry.pupils, event.placesFree),
  ];
}

function askPart({ entry, requestKey, filled }: EventParams, path: string): Html {
  const waits = entry?.state === 'waiting';
  const state: FormState = filled ? formState(filled) : { values: entry ? cohortValues(entry.cohorts) : {}, issues: [] };
  const body = html`${hiddenField('requestKey', requestKey)}${cohortFields(state, words.ask)}`;
  return html`${waits && html`${heading2(words.change)}${paragraph(words.changeAdvice)}`}
${form({ action: path, body, submit: waits ? words.saveChange : words.send })}`;
}

type AnswerForm = {
  readonly path: string;
  readonly entry: WaitingEntry;
  readonly answer: 'accepted' | 'declined';
  readonly submit: string;
};

function answerForm({ path, entry, answer, submit }: AnswerForm): Html {
  const press = button({
    text: submit,
    preventDoubleClick: true,
    ...(answer === 'declined' ? { classes: 'govuk-button--secondary' } : {}),
  });
  return html`<form method="post" action="${path}/answer" novalidate>${hiddenField('version', String(entry.version))}${hiddenField('answer', answer)}${press}</form>\n`;
}

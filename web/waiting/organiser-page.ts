import type { Event } from '#shared/domain/event.ts';
import { type Claim, inTurn, pointsOf } from '#shared/domain/fair-shares.ts';
import { holding } from '#shared/domain/week-settings.ts';
import type { WaitingEntry } from '#shared/domain/waiting-entry.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { type Filled, formState } from '../filled.ts';
import { form, hiddenField, numberField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { eventFacts } from '../organiser/event.ts';
import { type Console, consolePage, listTable, may } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { heading2, lines, narrow, paragraph } from '../prose.ts';
import { sayMoment, sayNumber, sayPupils } from '../say.ts';
import { waitingContent } from './content.en.ts';
import { rulesPart } from './school-pages.ts';

const { organiser: words, stands } = waitingContent;

type Params = Console & {
  readonly event: Event;
  /** The host school's name, where a school hosts. */
  readonly hostName: string | undefined;
  readonly entries: readonly WaitingEntry[];
  readonly claims: readonly Claim[];
  readonly now: Instant;
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** Who waits at an event, in turn, with the points; who is offered places; and the form for how many places there are. */
export function organiserWaitingPage({ event, hostName, entries, claims, now, requestKey, filled, ...console }: Params): string {
  const path = pathOf('/organiser/editions/{edition}/events/{event}/waiting', event);
  const state = filled ? formState(filled) : { values: { places: [String(event.places)] }, issues: [] };
  const places = html`${heading2(words.places)}${paragraph(words.placesAdvice)}
${form({ action: `${path}/places`, body: html`${hiddenField('requestKey', requestKey)}${numberField({ ...state, path: 'places', label: words.places })}`, submit: words.save })}`;
  return consolePage(console, {
    title: words.title(event.title),
    backLink: pathOf('/organiser/editions/{edition}/events/{event}', event),
    path,
    filled,
    body: html`${narrow(eventFacts(event, hostName))}
${heading2(words.list)}
${turnTable(entries, claims, { now, rules: holding(console.edition).waiting })}
${narrow(rulesPart(console.edition))}
${event.state === 'confirmed' && may(console, 'coordinator') && narrow(places)}`,
  });
}

function turnTable(entries: readonly WaitingEntry[], claims: readonly Claim[], by: Parameters<typeof pointsOf>[1]): Html {
  const turn = inTurn(claims, by);
  const waiting = new Set(turn.map(({ entry }) => entry.urn));
  const rest = entries.filter(({ urn }) => !waiting.has(urn));
  const row = (entry: WaitingEntry, turnText: string, points: Html | string) => [
    { text: turnText },
    { text: entry.schoolName },
    { text: sayPupils(entry.pupils) },
    { html: html`${points}` },
    { text: standsOf(entry, waiting.has(entry.urn)) },
  ];
  return listTable({
    name: words.list,
    none: words.none,
    head: [words.turn, words.school, words.group, words.points, words.state].map((text) => ({ text })),
    rows: [
      ...turn.map((claim, index) => {
        const points = pointsOf(claim, by);
        const parts = words.parts(points.noPlaceYet, points.freeMeals, points.days);
        return row(claim.entry, sayNumber(index + 1), lines([sayNumber(points.all), parts]));
      }),
      ...rest.map((entry) => row(entry, '–', '–')),
    ],
  });
}

function standsOf({ state, pupils, until }: WaitingEntry, waits: boolean): string {
  if (state === 'offered' && until) return stands.offered(sayPupils(pupils), sayMoment(until));
  if (state === 'lapsed') return stands.lapsed;
  return waits ? stands.waiting(sayPupils(pupils)) : words.gone;
}

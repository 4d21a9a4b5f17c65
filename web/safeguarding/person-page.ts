import type { ChildDay, Crossing } from '#shared/domain/child-days.ts';
import type { Event } from '#shared/domain/event.ts';
import type { Offer } from '#shared/domain/offer.ts';
import type { BarredListCheck, PlacementDecision } from '#shared/domain/placement-record.ts';
import type { Volunteer } from '#shared/domain/volunteer.ts';
import { placementOutcomes } from '#shared/domain/vocabulary.ts';
import { dayInWords } from '#shared/kernel/time.ts';
import { notificationBanner } from '../components/notification-banner.ts';
import { warningText } from '../components/warning-text.ts';
import { type Filled, formState } from '../filled.ts';
import { form, hiddenField, radiosField, textareaField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { sayWho } from '../organiser/audit.ts';
import { type Console, consolePage, listTable } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, link, narrow, paragraph } from '../prose.ts';
import { sayHalfDay, sayMoment } from '../say.ts';
import { type SafeguardingDone, safeguardingContent as words } from './content.en.ts';
import { decisionsTable } from './list-page.ts';

type Waiting = { readonly offer: Offer; readonly event: Event; readonly crossing: Crossing | undefined };

type PersonParams = Console & {
  readonly person: Volunteer;
  readonly standing: {
    readonly days: readonly ChildDay[];
    readonly waiting: readonly Waiting[];
    readonly crossing: Crossing | undefined;
  };
  /** Newest first. */
  readonly decisions: readonly PlacementDecision[];
  readonly check: BarredListCheck | undefined;
  readonly people: ReadonlyMap<string, string>;
  readonly done: SafeguardingDone | undefined;
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** One person at the line: the warning with its dates and settings, the decision, the days that stand, and the check. */
export function safeguardingPersonPage(params: PersonParams): string {
  const { person, standing, decisions, check, people, done, requestKey, filled, ...console } = params;
  const { edition } = console.edition;
  const key = { edition, volunteer: person.volunteer };
  const path = pathOf('/organiser/editions/{edition}/safeguarding/{volunteer}', key);
  const record = pathOf('/organiser/editions/{edition}/visitors/{kind}/{visitor}', {
    edition,
    kind: 'volunteer',
    visitor: person.volunteer,
  });
  const said =
    done &&
    notificationBanner({ type: 'success', text: words.done[done], titleText: words.done.heading, disableAutoFocus: true });
  return consolePage(console, {
    title: person.contact.name,
    caption: words.title,
    backLink: pathOf('/organiser/editions/{edition}/safeguarding', { edition }),
    path,
    filled,
    body: html`${said}${standing.waiting.map((one) => narrow(waitingPart(one, { path, requestKey, filled })))}
${heading2(words.days)}
${daysTable(standing.days)}
${heading2(words.decided)}
${decisionsTable(decisions, { people, edition })}
${narrow(checkPart(params, path))}
${paragraph(link(record, words.record))}`,
  });
}

type Asked = { readonly path: string; readonly requestKey: string; readonly filled: Filled | undefined };

function waitingPart({ offer, event, crossing }: Waiting, { path, requestKey, filled }: Asked): Html {
  const mine = filled?.values['event']?.[0] === event.event ? filled : undefined;
  const state = formState(mine);
  const choices = placementOutcomes.map((value) => ({ value, text: words.choices[value] }));
  const body = html`${hiddenField('event', event.event)}${hiddenField('version', String(offer.version))}${hiddenField('requestKey', requestKey)}
${radiosField({ ...state, path: 'outcome', label: words.decide, options: choices })}
${textareaField({ ...state, path: 'reason', label: words.reason, hint: words.reasonHint, rows: 3 })}`;
  return html`${heading2(`${event.title}, ${sayHalfDay(event.halfDay)}`)}
${crossing ? warning(crossing) : paragraph(words.noLonger)}
${form({ action: `${path}/decisions`, body, submit: words.send })}`;
}

/** What is over the line, with every day that counts and where it is. */
function warning({ why, days }: Crossing): Html {
  const count = new Set(days.map(({ date }) => date)).size;
  return html`${warningText({ text: words.warning[why](count) })}
${paragraph(words.counts)}
${bullets(days.map(({ date, title, where }) => words.dayLine(dayInWords(date), title, where)))}`;
}

function daysTable(days: readonly ChildDay[]): Html {
  return listTable({
    name: words.days,
    none: words.noDays,
    head: [words.day, words.event, words.where].map((text) => ({ text })),
    rows: days
      .toSorted((a, b) => a.date.localeCompare(b.date))
      .map(({ date, title, where }) => [{ text: dayInWords(date) }, { text: title }, { text: where }]),
  });
}

function checkPart({ standing, check, people, requestKey }: PersonParams, path: string): Html {
  const ask = html`${paragraph(words.overTheLine)}${paragraph(words.noCopy)}
${form({ action: `${path}/check`, body: hiddenField('requestKey', requestKey), submit: words.askCheck, submitClasses: 'govuk-button--secondary' })}`;
  const asked = check && paragraph(words.asked(sayMoment(check.askedAt), sayWho(check.by, people)));
  return html`${heading2(words.check)}${asked ?? (standing.crossing ? ask : paragraph(words.belowTheLine))}`;
}

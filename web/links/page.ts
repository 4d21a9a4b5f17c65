import type { Edition } from '#shared/domain/edition.ts';
import type { Event } from '#shared/domain/event.ts';
import type { Organisation } from '#shared/domain/organisation.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { Volunteer } from '#shared/domain/volunteer.ts';
import type { Item } from '#shared/system/table.ts';
import { insetText } from '../components/inset-text.ts';
import { summaryList } from '../components/summary-list.ts';
import { form } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { pathOf } from '../paths.ts';
import { heading2, lead, link, paragraph } from '../prose.ts';
import { sayHalfDay, sayNumber } from '../say.ts';
import { linksContent } from './content.en.ts';
import { organisationRows, row, volunteerRows } from './held.ts';

type Setting = { readonly edition: Edition; readonly programme: Programme };
type ContinueParams = Setting & { readonly token: string; readonly purpose: Item<'link'>['purpose'] };

/** A mailed link's own page: a button, so that whoever opens links by themselves changes nothing. */
export function continuePage({ edition, programme, token, purpose }: ContinueParams): string {
  const { continue: words } = linksContent;
  return journeyPage({
    programme,
    title: words.titles[purpose],
    caption: edition.name,
    body: html`${lead(words.next[purpose])}
${form({ action: pathOf('/l/{token}', { token }), submit: words.button })}
${paragraph(words.why)}
${paragraph(words.shared)}`,
  });
}

type Subject =
  | { readonly kind: 'organisation'; readonly state: Organisation; readonly events: readonly Event[] }
  | { readonly kind: 'volunteer'; readonly state: Volunteer };

/** What we hold for the reader of a link: its status in words, a button to confirm while it is pending, and their places. */
export function placePage({ edition, programme, subject }: Setting & { readonly subject: Subject }): string {
  const { place: words } = linksContent;
  const { kind, state } = subject;
  const pending = state.state === 'pending';
  const status = state.state === 'withdrawn' ? words.withdrawn : words[state.state][kind];
  const held = html`${heading2(pending ? words.confirmHeading : words.held)}${summaryList({ rows: heldRows(subject) })}`;
  const more = pending
    ? html`${held}${paragraph(words.confirmAdvice)}${form({ action: '/my/place/confirm', submit: words.confirm[kind] })}`
    : html`${placesOf(subject, edition)}${held}${paragraph(words.change)}`;
  return journeyPage({
    programme,
    title: words.titles[kind],
    caption: edition.name,
    path: '/my/place',
    body: html`${insetText({ text: status })}${more}`,
  });
}

function heldRows(subject: Subject) {
  return subject.kind === 'organisation' ? organisationRows(subject.state) : volunteerRows(subject.state);
}

function placesOf(subject: Subject, edition: Edition): Html | undefined {
  const { place: words } = linksContent;
  if (subject.state.state !== 'confirmed') return undefined;
  if (subject.kind === 'volunteer') return paragraph(words.volunteerNext);
  const { events } = subject;
  const cards = [...events].sort(byHalfDay).map((event) => eventCard(event));
  const invite = `${pathOf('/editions/{edition}/volunteers/sign-up', edition)}?organisation=${subject.state.organisation}`;
  return html`${heading2(words.sessions)}${events.length === 0 ? paragraph(words.noSessions) : cards}
${heading2(words.invite)}${paragraph(words.inviteAdvice)}${paragraph(link(invite, words.inviteLink))}`;
}

function byHalfDay(a: Event, b: Event): number {
  return a.halfDay.localeCompare(b.halfDay) || a.title.localeCompare(b.title, 'en-GB');
}

function eventCard(event: Event): Html {
  const { rows: words } = linksContent.place;
  const cancelled = event.state === 'cancelled' ? labels.eventStates.cancelled : undefined;
  return summaryList({
    card: { title: { text: event.title, headingLevel: 3 } },
    rows: [
      row(words.status, cancelled),
      row(words.when, sayHalfDay(event.halfDay)),
      row(words.kind, labels.kinds[event.kind]),
      row(words.where, whereOf(event)),
      row(words.sessions, sayNumber(event.sessions)),
    ],
  });
}

function whereOf({ kind, host, venue }: Event): string {
  const { rows: words } = linksContent.place;
  if (kind === 'online') return words.online;
  return venue ?? (host ? `${words.school}, URN ${host}` : words.toBeTold);
}

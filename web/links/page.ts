import type { Edition } from '#shared/domain/edition.ts';
import type { Booking, Event } from '#shared/domain/event.ts';
import type { Organisation } from '#shared/domain/organisation.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { Registration } from '#shared/domain/registration.ts';
import type { Volunteer } from '#shared/domain/volunteer.ts';
import type { Item } from '#shared/system/table.ts';
import { insetText } from '../components/inset-text.ts';
import { summaryList } from '../components/summary-list.ts';
import { form } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { pathOf } from '../paths.ts';
import { heading2, lead, lines, link, paragraph } from '../prose.ts';
import { sayCohorts, sayHalfDay, sayNumber } from '../say.ts';
import { linksContent } from './content.en.ts';
import { organisationRows, registrationRows, row, volunteerRows } from './held.ts';

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
  | {
      readonly kind: 'registration';
      readonly state: Registration;
      readonly bookings: readonly { readonly event: Event; readonly booking: Booking }[];
    }
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
  if (subject.kind === 'registration') return registrationRows(subject.state);
  return subject.kind === 'organisation' ? organisationRows(subject.state) : volunteerRows(subject.state);
}

function placesOf(subject: Subject, edition: Edition): Html | undefined {
  const { place: words } = linksContent;
  if (subject.state.state !== 'confirmed') return undefined;
  if (subject.kind === 'volunteer') return paragraph(words.volunteerNext);
  if (subject.kind === 'organisation') {
    const { events } = subject;
    const cards = [...events].sort(byHalfDay).map((event) => eventCard(event));
    const invite = `${pathOf('/editions/{edition}/volunteers/sign-up', edition)}?organisation=${subject.state.organisation}`;
    return html`${heading2(words.sessions)}${events.length === 0 ? paragraph(words.noSessions) : cards}
${heading2(words.invite)}${paragraph(words.inviteAdvice)}${paragraph(link(invite, words.inviteLink))}`;
  }
  const { bookings } = subject;
  const cards = [...bookings].sort((a, b) => byHalfDay(a.event, b.event)).map(({ event, booking }) => eventCard(event, booking));
  return html`${heading2(words.places)}${bookings.length === 0 ? paragraph(words.noPlaces) : cards}`;
}

function byHalfDay(a: Event, b: Event): number {
  return a.halfDay.localeCompare(b.halfDay) || a.title.localeCompare(b.title, 'en-GB');
}

function eventCard(event: Event, booking?: Booking): Html {
  const { rows: words } = linksContent.place;
  const cancelled = event.state === 'cancelled' ? labels.eventStates.cancelled : undefined;
  return summaryList({
    card: { title: { text: event.title, headingLevel: 3 } },
    rows: [
      row(words.status, cancelled),
      row(words.when, sayHalfDay(event.halfDay)),
      row(words.kind, labels.kinds[event.kind]),
      row(words.where, whereOf(event, booking)),
      booking && row(words.pupils, lines(sayCohorts(booking.cohorts))),
      booking?.attended !== undefined && row(words.attended, sayNumber(booking.attended)),
      !booking && row(words.sessions, sayNumber(event.sessions)),
    ],
  });
}

function whereOf({ kind, host, venue }: Event, booking: Booking | undefined): string {
  const { rows: words } = linksContent.place;
  if (kind === 'online') return words.online;
  if (host && host === booking?.urn) return words.atYours;
  return venue ?? (host ? `${words.school}, URN ${host}` : words.toBeTold);
}

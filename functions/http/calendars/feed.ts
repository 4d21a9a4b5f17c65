import type { Event } from '#shared/domain/event.ts';
import { hoursOf } from '#shared/domain/hours.ts';
import { entryUid, type InvitationState } from '#shared/domain/invitation.ts';
import type { Offer } from '#shared/domain/offer.ts';
import { memberOf } from '#shared/domain/team.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { tokenHash } from '#shared/kernel/ids.ts';
import { epochSecondsOf, type Instant } from '#shared/kernel/time.ts';
import type { CalendarEntry, TableReader } from '#shared/ports.ts';
import type { Item } from '#shared/system/table.ts';
import { calendarsContent as words } from '#web/calendars/content.en.ts';
import { hostNameOf, whereOf } from '#web/mail/letters/where.ts';
import type { Answer } from '../../runtime/answer.ts';
import { weekFile } from '../../runtime/calendar-file.ts';
import type { Call } from '../../runtime/http.ts';
import { followMerges, requireSameReader } from '../../runtime/link-reader.ts';
import { findEdition } from '../find.ts';
import { bookingsOf, offeredTo } from '../held-places.ts';

/** How often (seconds) a calendar is told to ask again. */
const every = 3600;
/** How long (seconds) a calendar need not ask again. */
const keptFor = 900;

/** One reader's week as a calendar file. The same week gives the same bytes, and so the same tag. */
export async function showFeed({
  ports: { read },
  params,
  headers,
  now,
}: Call<'GET /calendar/{token}', 'calendars'>): Promise<Answer> {
  const { feed: kept, own } = await findFeed(read, params.token.replace(/\.ics$/, ''), now);
  // Of two records made one, the one that stays has the entries: those of the other were cancelled.
  const { purpose } = kept;
  const feed = purpose === 'organiser' ? kept : { ...kept, subject: await followMerges({ ...kept, purpose }, read) };
  const { edition, programme } = await findEdition(read, feed.edition, { tried: true });
  const places = await placesOf(feed, read);
  const entries = await Promise.all(places.map((place) => entryOf(place, feed, read)));
  const body = weekFile(
    entries
      .toSorted((a, b) => a.starts.localeCompare(b.starts) || a.uid.localeCompare(b.uid))
      .map((entry) => ({ ...entry, stamp: own.madeAt })),
    { name: edition.name, from: programme.organiser, every },
  );
  const tag = `"${tokenHash(body).slice(0, 32)}"`;
  return { plain: unlessKnown(body, tag, headers['if-none-match']) };
}

/** The file, kept by whoever asked alone; nothing where they have it. Whoever packs it on its way may make its tag a weak one. */
function unlessKnown(body: string, tag: string, known = ''): NonNullable<Answer['plain']> {
  const headers = { 'cache-control': `private, max-age=${keptFor}`, etag: tag };
  if (known.split(',').some((one) => one.trim().replace(/^W\//, '') === tag)) return { status: 304, headers, body: '' };
  return { status: 200, headers: { ...headers, 'content-type': 'text/calendar; charset=utf-8' }, body };
}

type Feed = Item<'calendarFeed'>;

/** The address behind a token. Gone `calendar-ended`, alike for one that never was, has expired or was stopped. */
async function findFeed(read: TableReader, token: string, now: Instant): Promise<{ feed: Feed; own: Item<'ownFeed'> }> {
  const hash = tokenHash(token);
  const feed = /^[A-Za-z0-9_-]{43}$/.test(token) ? await read.get('calendarFeed', { hash }) : undefined;
  const own = feed && (await read.get('ownFeed', feed));
  if (!feed || own?.hash !== hash || feed.expiresAt <= epochSecondsOf(now) || !(await isReader(feed, read))) {
    throw new AppError('gone', 'calendar-ended', 'This calendar address has ended. Make a new one on your own page.');
  }
  return { feed, own };
}

/** Organisers read it as long as they are on the team; others until somebody else answers for what it shows. */
async function isReader({ edition, purpose, subject, urn, reader }: Feed, read: TableReader): Promise<boolean> {
  if (purpose !== 'organiser') {
    await requireSameReader({ edition, purpose, subject, urn, reader }, read);
    return true;
  }
  const team = await read.get('team', { edition });
  return team !== undefined && memberOf(team, subject) !== undefined;
}

type Place = { readonly event: Event; readonly state: InvitationState };

async function placesOf(feed: Feed, read: TableReader): Promise<Place[]> {
  const { edition, purpose, subject, urn = '' } = feed;
  if (purpose === 'organiser') {
    const all = await read.list('event', { edition });
    return all
      .filter(({ state }) => state !== 'cancelled')
      .map((event) => ({ ...sure(event), ...(event.state === 'draft' && asked) }));
  }
  // Of a draft nobody else knows.
  const there = ({ event }: { readonly event: Event }) => event.state !== 'cancelled' && event.state !== 'draft';
  if (purpose === 'registration') {
    const school = await read.get('registration', { edition, urn, registration: subject });
    if (school?.state !== 'confirmed') return [];
    const [events, booked] = await Promise.all([read.list('event', { edition }), bookingsOf(school, read)]);
    const mine = new Set(booked.map(({ event }) => event.event));
    return events
      .filter(({ event, host }) => mine.has(event) || host === urn)
      .map(sure)
      .filter(there);
  }
  const offered = await offeredTo({ edition, subject }, read);
  return offered.filter(there).flatMap(({ event, offer }): Place[] => {
    const state = stands[offer.state];
    return state === undefined ? [] : [{ event, state }];
  });
}

const sure = (event: Event): Place => ({ event, state: 'CONFIRMED' });
const asked = { state: 'TENTATIVE' } as const;

const stands = {
  accepted: 'CONFIRMED',
  offered: 'TENTATIVE',
  waiting: 'TENTATIVE',
  declined: undefined,
} as const satisfies Record<Offer['state'], InvitationState | undefined>;

/** The same entry as in an invitation by mail, with the number that was told last: who has both has one place. */
async function entryOf({ event, state }: Place, { purpose, subject }: Feed, read: TableReader): Promise<CalendarEntry> {
  const key = { edition: event.edition, event: event.event, reader: subject };
  const [told, hostName] = await Promise.all([read.get('invitation', key), hostNameOf(event, read)]);
  const { placesFree: free, places } = event;
  const says =
    purpose === 'organiser' ? words.says.organiser(free, places) : words.says[state === 'CONFIRMED' ? 'sure' : 'asked'];
  const sequence = told?.sequence ?? event.version - 1;
  return { uid: entryUid(key), sequence, state, ...hoursOf(event), title: event.title, where: whereOf(event, hostName), says };
}

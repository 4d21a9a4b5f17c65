import type { JourneyKind, Progress } from '#shared/domain/journeys.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { idOf, tokenHash } from '#shared/kernel/ids.ts';
import { epochSecondsOf, type Instant, secondsAfter } from '#shared/kernel/time.ts';
import type { TableReader, TableWriter } from '#shared/ports.ts';
import { cookies as declared } from '#shared/system/cookies.ts';
import type { Item } from '#shared/system/table.ts';
import type { Cookie } from '../../runtime/answer.ts';

/** A sign-up that a browser has begun: what was typed so far, or what it became once it was sent. */
export type Draft = Item<'draft'>;

type Ports = { readonly read: TableReader; readonly write: TableWriter };
type Request = {
  readonly ports: Ports;
  readonly now: Instant;
  readonly newToken: () => string;
  readonly cookies: Readonly<Record<string, string | undefined>>;
};
type Place = { readonly edition: string; readonly journey: JourneyKind };

/** The cookie that holds a draft's token. It lasts as long as the draft: 7 days (in seconds) after the last change. */
const draftCookies = {
  school: declared.draftSchool,
  organisation: declared.draftOrganisation,
  volunteer: declared.draftVolunteer,
} as const;
/** How often a change is made again because another tab changed the draft meanwhile. */
const tries = 6;

/** The browser's draft for this edition and journey, if it has one that is alive. */
export async function findDraft({ ports, now, cookies }: Request, place: Place): Promise<Draft | undefined> {
  const token = tokenIn(cookies, place.journey);
  return token === undefined ? undefined : readDraft(ports.read, { ...place, hash: tokenHash(token) }, now);
}

async function readDraft(read: TableReader, key: Place & { readonly hash: string }, now: Instant): Promise<Draft | undefined> {
  const draft = await read.get('draft', key);
  return draft && draft.expiresAt > epochSecondsOf(now) ? draft : undefined;
}

/** Begins a draft. A browser that has one for another edition keeps it: its token then serves both. */
export async function beginDraft(
  request: Request,
  place: Place,
  { values, done }: Progress,
): Promise<{ draft: Draft; cookie: Cookie }> {
  const { ports, now, cookies, newToken } = request;
  const held = tokenIn(cookies, place.journey);
  const taken = held === undefined || (await ports.read.get('draft', { ...place, hash: tokenHash(held) })) !== undefined;
  const token = taken ? newToken() : held;
  const draft: Draft = {
    ...place,
    hash: tokenHash(token),
    values: listsOf(values),
    done: [...done],
    startedAt: now,
    version: 1,
    expiresAt: epochSecondsOf(secondsAfter(now, draftCookies[place.journey].seconds)),
  };
  const begun = await ports.write.transact([{ put: 'draft', item: draft, when: 'absent' }]);
  if (begun.ok) return { draft, cookie: cookieOf(place.journey, token) };
  // The same button pressed twice: the first press has begun it.
  const first = await readDraft(ports.read, draft, now);
  if (!first) throw new AppError('unavailable', 'busy', 'Try again.');
  return { draft: first, cookie: cookieOf(place.journey, token) };
}

/**
 * Changes a draft and keeps it for another 7 days. A change is made to what is there now, so that two tabs lose nothing
 * of each other; a draft that was sent meanwhile stays as it is. Gone `draft-gone` when it was forgotten meanwhile.
 */
export async function changeDraft(
  { ports, now }: Request,
  draft: Draft,
  change: (current: Draft) => Partial<Progress & Pick<Draft, 'sent'>>,
): Promise<Draft> {
  let current: Draft | undefined = draft;
  for (let attempt = 0; attempt < tries; attempt += 1) {
    if (!current) throw new AppError('gone', 'draft-gone', 'These answers were deleted in another tab. Start again.');
    if (current.sent) return current;
    const changed = { ...current, ...copyOf(change(current)) };
    const next = {
      ...changed,
      version: current.version + 1,
      expiresAt: epochSecondsOf(secondsAfter(now, draftCookies[current.journey].seconds)),
    };
    const result = await ports.write.transact([{ put: 'draft', item: next, when: { version: current.version } }]);
    if (result.ok) return next;
    current = await readDraft(ports.read, current, now);
  }
  throw new AppError('unavailable', 'busy', 'These answers are being changed in another tab. Try again.');
}

// The table's schema makes its lists; the journeys' own are read-only.
function copyOf({ values, done, ...rest }: Partial<Progress & Pick<Draft, 'sent'>>): Partial<Draft> {
  return {
    ...rest,
    ...(values && { values: listsOf(values) }),
    ...(done && { done: [...done] }),
  };
}

function listsOf(values: Progress['values']): Draft['values'] {
  return Object.fromEntries(Object.entries(values).map(([name, typed]) => [name, [...typed]]));
}

/** Deletes a draft; gives the cookie that ends it in the browser. */
export async function forgetDraft({ ports }: Request, draft: Draft): Promise<Cookie> {
  await ports.write.transact([{ remove: 'draft', key: draft, when: 'any' }]);
  return { ...cookieOf(draft.journey, ''), seconds: 0 };
}

/** What a page carries to say which draft it was made for: the cookie may be another's by the time it is sent. */
export function draftId({ hash }: Pick<Draft, 'hash'>): string {
  return idOf('draft', hash);
}

/** The same cookie again, for as long as the draft now lasts. */
export function keptCookie({ cookies }: Request, { journey }: Draft): readonly Cookie[] {
  const token = tokenIn(cookies, journey);
  return token === undefined ? [] : [cookieOf(journey, token)];
}

function cookieOf(journey: JourneyKind, value: string): Cookie {
  return { ...draftCookies[journey], value };
}

function tokenIn(cookies: Request['cookies'], journey: JourneyKind): string | undefined {
  const token = cookies[draftCookies[journey].name];
  return token !== undefined && /^[A-Za-z0-9_-]{43}$/.test(token) ? token : undefined;
}

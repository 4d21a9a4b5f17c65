import { idOf } from '../../kernel/ids.ts';
import { type Instant, londonDate } from '../../kernel/time.ts';
import { AppError } from '../../kernel/errors.ts';
import type { NewFact } from '../../system/events.ts';
import type { Decision } from '../decision.ts';
import { type Edition, isWeekday } from '../edition.ts';
import { pupilsIn } from '../fields.ts';
import type { Registration } from '../registration.ts';
import type { sectorVisits } from '../vocabulary.ts';
import type { HeldForm, MenuForm, SessionForm } from './forms.ts';
import type { MenuEntry, SectorSession } from './items.ts';
import { refusedAt } from './lines.ts';
import { sectorsNow } from './sectors.ts';
import { dayAt } from './spend.ts';

type Visitor = NonNullable<SectorSession['visitor']>;

/** Puts a session on the menu, or puts one right. */
export function keepMenuEntry(
  current: MenuEntry | undefined,
  { edition, form, visitor }: { readonly edition: string; readonly form: MenuForm; readonly visitor: Visitor | undefined },
): Decision<MenuEntry> {
  const { entry, sector, title, years, minutes, withdrawn } = form;
  const state: MenuEntry = {
    edition,
    entry,
    sector,
    sectors: sectorsNow.version,
    title,
    ...(visitor ? { visitor } : {}),
    years,
    minutes,
    state: withdrawn ? 'withdrawn' : 'offered',
    version: (current?.version ?? 0) + 1,
  };
  const data = { what: 'menu', how: current ? 'corrected' : 'entered', subject: entry } as const;
  return { state, facts: [{ type: 'funding.changed.v1', data }] };
}

/** One school asks for one thing once a day. */
export function sessionId({ edition, urn }: Pick<Registration, 'edition' | 'urn'>, { entry, on }: SessionForm): string {
  return idOf('sector-session', edition, urn, entry, on);
}

type Asking = {
  readonly edition: Edition;
  readonly school: Registration;
  readonly menu: readonly MenuEntry[];
  readonly form: SessionForm;
  readonly now: Instant;
};

/**
 * A school asks for a session. Asked again, it stays asked. Invalid `funding-entry` for what is not on the menu, `funding-on`
 * for a day that is over, a weekend or outside the edition, `funding-cohorts` for a year group that it does not suit; conflict
 * `not-confirmed`.
 */
export function askForSession(
  current: SectorSession | undefined,
  { edition, school, menu, form, now }: Asking,
): Decision<SectorSession> {
  if (school.state !== 'confirmed')
    throw new AppError('conflict', 'not-confirmed', 'Confirm your school’s place first, by the link in our email.');
  const entry = menu.find((one) => one.entry === form.entry && one.state === 'offered');
  if (!entry) throw refusedAt('entry', 'Choose a session from the menu');
  const on = dayAt('on', form.on);
  if (on <= londonDate(now)) throw refusedAt('on', 'Choose a day that is still to come');
  if (on < edition.starts || on > edition.ends) throw refusedAt('on', `Choose a day from ${edition.starts} to ${edition.ends}`);
  if (!isWeekday(on) || edition.closedDays?.includes(on)) throw refusedAt('on', 'Choose a day on which schools are open');
  const other = Object.entries(form.cohorts).some(
    ([year, pupils]) => (pupils ?? 0) > 0 && !entry.years.some((one) => one === year),
  );
  if (other) throw refusedAt('cohorts', 'This session is for other year groups');
  if (current && current.state !== 'cancelled') return { state: current, facts: [] };
  const state: SectorSession = {
    edition: edition.edition,
    session: sessionId(school, form),
    urn: school.urn,
    registration: school.registration,
    entry: entry.entry,
    sector: entry.sector,
    on,
    expected: form.cohorts,
    state: 'asked',
    version: (current?.version ?? 0) + 1,
  };
  return decided(state, 'asked');
}

/** Says who comes, who is told. Again with another, the other comes, and both are told. Conflict `session-over` once it was held or called off. */
export function matchSession(current: SectorSession, visitor: Visitor): Decision<SectorSession> {
  if (current.visitor?.id === visitor.id && current.state === 'matched') return { state: current, facts: [] };
  if (current.state !== 'asked' && current.state !== 'matched') throw over();
  const { state, facts } = decided({ ...current, visitor, state: 'matched', version: current.version + 1 }, 'matched');
  const before = current.visitor && current.visitor.id !== visitor.id ? [visitFact(state, current.visitor, 'replaced')] : [];
  return { state, facts: [...facts, visitFact(state, visitor, 'matched'), ...before] };
}

type Holding = { readonly form: HeldForm; readonly claimed: boolean; readonly now: Instant };

/**
 * Writes down who was there; again, it is put right. Conflicts `session-unmatched` while nobody was to come, `session-claimed`
 * once it counts for a deliverable, `session-over` once it was called off; invalid `funding-cohorts` before its day.
 */
export function holdSession(current: SectorSession, { form, claimed, now }: Holding): Decision<SectorSession> {
  if (current.state === 'cancelled') throw over();
  if (current.state === 'asked' || !current.visitor)
    throw new AppError('conflict', 'session-unmatched', 'First say who comes to this session.');
  requireUnclaimed(claimed);
  if (current.on > londonDate(now)) throw refusedAt('cohorts', 'This session is still to come');
  const { cohorts, ...roleModels } = form;
  const state: SectorSession = { ...current, came: cohorts, roleModels, state: 'held', version: current.version + 1 };
  return decided(state, current.state === 'held' ? 'corrected' : 'held');
}

/** Calls a session off; whoever was to come is told. Called off already, it stays so. Conflict `session-claimed` once it counts for a deliverable. */
export function cancelSession(current: SectorSession, claimed: boolean): Decision<SectorSession> {
  if (current.state === 'cancelled') return { state: current, facts: [] };
  requireUnclaimed(claimed);
  const { came: _, roleModels: __, ...rest } = current;
  const { state, facts } = decided({ ...rest, state: 'cancelled', version: current.version + 1 }, 'cancelled');
  const told = current.state === 'matched' && current.visitor ? [visitFact(state, current.visitor, 'cancelled')] : [];
  return { state, facts: [...facts, ...told] };
}

/** What is said of whoever is to come to a session, or is not any more. */
function visitFact(
  { session, urn, version }: SectorSession,
  { kind, id: visitor }: Visitor,
  how: (typeof sectorVisits)[number],
): NewFact {
  return { type: 'sector-visit.changed.v1', data: { session, urn, kind, visitor, how, version } };
}

function requireUnclaimed(claimed: boolean): void {
  if (!claimed) return;
  throw new AppError('conflict', 'session-claimed', 'This session counts for a deliverable. Take its claim back first.');
}

function over(): AppError {
  return new AppError('conflict', 'session-over', 'This session was held or called off already.');
}

function decided(state: SectorSession, how: 'asked' | 'matched' | 'held' | 'corrected' | 'cancelled'): Decision<SectorSession> {
  return { state, facts: [{ type: 'funding.changed.v1', data: { what: 'session', how, subject: state.session } }] };
}

/** How many pupils were or are to be at a session. */
export function pupilsAt({ came, expected }: SectorSession): number {
  return pupilsIn(came ?? expected);
}

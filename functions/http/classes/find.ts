import { instrumentFor } from '#shared/domain/instruments/in-use.ts';
import { instrumentNamed } from '#shared/domain/instruments/of-class.ts';
import type { Instrument } from '#shared/domain/instruments/instrument.ts';
import { parentsSurvey } from '#shared/domain/instruments/adults.ts';
import { pupilsOnce, pupilsTwice } from '#shared/domain/instruments/pupils.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { TableReader } from '#shared/ports.ts';
import { classCode, type PupilClass } from '#shared/domain/pupils/items.ts';
import type { LinkSession } from '../../runtime/sessions.ts';
import { findEdition } from '../find.ts';
import { bookingsOf } from '../held-places.ts';
import { findOwnRegistration } from '../my/find-place.ts';

type Reading = { readonly session: LinkSession; readonly now: Instant };

/** A school's classes and the events that its pupils come to. Forbidden `other-purpose` for a link of somebody else. */
export async function findClasses(read: TableReader, { session, now }: Reading) {
  if (session.purpose !== 'survey' && session.purpose !== 'registration') {
    throw new AppError('forbidden', 'other-purpose', 'Open this page by the link in an email to your school.');
  }
  const [found, school] = await Promise.all([
    findEdition(read, session.edition, { tried: true }),
    findOwnRegistration(read, session),
  ]);
  const { edition, urn } = school;
  const [booked, classes, once, twice, parents] = await Promise.all([
    bookingsOf(school, read),
    read.list('pupilClass', { edition }, { startsWith: `${urn}#` }),
    read.get('usedInstrument', { edition, instrument: pupilsOnce.instrument }),
    read.get('usedInstrument', { edition, instrument: pupilsTwice.instrument }),
    read.get('usedInstrument', { edition, instrument: parentsSurvey.instrument }),
  ]);
  const events = booked.map(({ event }) => event).filter(({ state }) => state !== 'cancelled');
  const ownsPlace = session.purpose === 'registration';
  const asks = {
    once: instrumentFor<Instrument>(edition, [pupilsOnce], once),
    twice: instrumentFor<Instrument>(edition, [pupilsTwice], twice),
    parents: instrumentFor<Instrument>(edition, [parentsSurvey], parents),
  };
  return { ...found, school, events, classes, now, ownsPlace, asks };
}

/** One class of the school. Not found `no-such-class`. */
export async function findClass(read: TableReader, reading: Reading, code: string) {
  const found = await findClasses(read, reading);
  const one = classCode.safeParse(code).success ? found.classes.find((each) => each.code === code) : undefined;
  if (!one) throw noSuchClass();
  return { ...found, one, instrument: instrumentNamed(one.instrument) };
}

/** The class as it is now, for a decision about it. */
export async function ownClass(read: TableReader, { edition, urn, code }: PupilClass): Promise<PupilClass> {
  const now = await read.get('pupilClass', { edition, urn, code });
  if (!now) throw noSuchClass();
  return now;
}

function noSuchClass(): AppError {
  return new AppError('not-found', 'no-such-class', 'Your school has no such class.');
}

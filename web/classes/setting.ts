import type { Edition } from '#shared/domain/edition.ts';
import type { Event } from '#shared/domain/event.ts';
import type { Instrument } from '#shared/domain/instruments/instrument.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { Registration } from '#shared/domain/registration.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { PupilClass } from '#shared/domain/pupils/items.ts';
import type { Filled } from '../filled.ts';

/** What every page about a school's classes is given. */
export type ClassesSetting = {
  readonly edition: Edition;
  readonly programme: Programme;
  readonly school: Registration;
  /** Those that its pupils come to. */
  readonly events: readonly Event[];
  readonly classes: readonly PupilClass[];
  readonly now: Instant;
  /** Whether the reader's link opens the school's place too. */
  readonly ownsPlace: boolean;
  readonly filled?: Filled | undefined;
};

/** The same with one class. */
export type ClassSetting = ClassesSetting & { readonly one: PupilClass; readonly instrument: Instrument };

/** The title of a class's event. */
export function eventTitle({ events }: Pick<ClassesSetting, 'events'>, { event }: PupilClass): string {
  return events.find((each) => each.event === event)?.title ?? event;
}

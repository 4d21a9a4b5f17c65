import { parentsSurvey } from './adults.ts';
import type { Instrument } from './instrument.ts';
import { pupilsOnce, pupilsTwice } from './pupils.ts';

/** What can be asked under a class's code, by name. */
const askedInClasses: readonly Instrument[] = [pupilsOnce, pupilsTwice, parentsSurvey];

/** The instrument of this name that a class was opened with. Throws for any other: that is a bug. */
export function instrumentNamed(name: string): Instrument {
  const found = askedInClasses.find(({ instrument }) => instrument === name);
  if (!found) throw new Error(`no class is asked by ${name}`);
  return found;
}

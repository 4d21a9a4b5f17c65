import { type Instant, londonDate } from '../../kernel/time.ts';
import type { AdultsInAll } from '../adults.ts';
import type { Decision } from '../decision.ts';
import { gateAdults } from '../disclosure/gate-adults.ts';
import { disclosureRules as rules } from '../disclosure/rules.ts';
import type { EditionTotal } from '../totals.ts';
import { parentsSurvey, volunteersSurvey } from '../instruments/adults.ts';
import type { Instrument } from '../instruments/instrument.ts';
import { pupilsTwice } from '../instruments/pupils.ts';
import { schoolsSurvey } from '../instruments/schools.ts';
import type { PlaceCounts } from '../pupils/items.ts';
import { type Interval, meanInterval } from '../statistics/interval.ts';
import { roundedQuotient } from '../statistics/rounding.ts';
import { waveAudiences } from '../vocabulary.ts';
import type { WaveForm } from './forms.ts';
import type { EvaluationWave } from './items.ts';
import { refusedAt } from './lines.ts';
import { dayAt } from './spend.ts';

/** What each kind of people is asked by. */
export const instrumentOf: Readonly<Record<EvaluationWave['audience'], Instrument>> = {
  pupils: pupilsTwice,
  parents: parentsSurvey,
  teachers: schoolsSurvey,
  volunteers: volunteersSurvey,
};

type Audience = EvaluationWave['audience'];

/** Whose own answers are counted in an edition: children who answered before and after, parents and visitors on their pages. */
export function answeredHere(total: EditionTotal | undefined): ReadonlySet<Audience> {
  const pairs = total?.children?.find(({ instrument }) => instrument === pupilsTwice.instrument)?.course?.matched ?? 0;
  const adults = (total?.adults ?? []).filter(({ answered }) => answered > 0).map(({ instrument }) => instrument);
  const audiences = waveAudiences.filter((one) => one !== 'pupils' && adults.includes(instrumentOf[one].instrument));
  return new Set([...(pairs > 0 ? (['pupils'] as const) : []), ...audiences]);
}

type Keeping = {
  readonly edition: string;
  readonly form: WaveForm;
  /** Whose own answers are counted here. */
  readonly answered: ReadonlySet<Audience>;
  /** Whether it counts for a deliverable, and so stays as it is. */
  readonly claimed: boolean;
  readonly now: Instant;
};

/**
 * Keeps one time of asking, or puts one right. Invalid `funding-counts` for counts that fit no statement, for pupils with any,
 * and for adults without, unless they answered here themselves. Invalid `funding-on`; conflict `funding-wave`.
 */
export function keepWave(
  current: EvaluationWave | undefined,
  { edition, form, answered, claimed, now }: Keeping,
): Decision<EvaluationWave> {
  if (current && claimed) throw refusedAt('wave', 'It counts for a deliverable. Take its claim back first', 'conflict');
  const on = dayAt('on', form.on);
  if (on > londonDate(now)) throw refusedAt('on', 'This day has not come yet');
  const instrument = instrumentOf[form.audience];
  const counts = form.counts === undefined ? undefined : countsIn(form.counts, instrument);
  if (form.audience === 'pupils' && counts)
    throw refusedAt('counts', 'Pupils’ answers are counted by themselves. Leave this empty');
  if (form.audience !== 'pupils' && !counts && !answered.has(form.audience))
    throw refusedAt('counts', 'Enter the counts, a line for each statement');
  const state: EvaluationWave = {
    edition,
    wave: form.wave,
    audience: form.audience,
    on,
    title: form.title,
    instrument: instrument.instrument,
    ...(counts ? { counts } : {}),
    version: (current?.version ?? 0) + 1,
  };
  const data = { what: 'wave', how: current ? 'corrected' : 'entered', subject: form.wave } as const;
  return { state, facts: [{ type: 'funding.changed.v1', data }] };
}

/** Counts as they are typed: `told; 0; 1; 2; 10; 20`, lowest answer first. */
function countsIn(text: string, { statements }: Instrument): PlaceCounts {
  const counts: Record<string, number[]> = {};
  for (const [index, typed] of text.split('\n').entries()) {
    if (typed.trim() === '') continue;
    const [statement = '', ...places] = typed.split(';').map((part) => part.trim());
    const at = `Line ${index + 1}`;
    if (!statements.some(({ id }) => id === statement))
      throw refusedAt('counts', `${at}: there is no statement ${statement.slice(0, 40)}`);
    if (counts[statement]) throw refusedAt('counts', `${at}: this statement is there twice`);
    if (places.length !== 5 || !places.every((one) => /^\d{1,5}$/.test(one)))
      throw refusedAt('counts', `${at}: enter five whole numbers, from “strongly disagree” to “strongly agree”`);
    counts[statement] = places.map(Number);
  }
  return counts;
}

/** One statement of a wave: its mean on the scale of 1 to 5, where it may be shown. */
export type WaveFigure = {
  readonly text: string;
  readonly n?: number | undefined;
  readonly mean?: number | undefined;
  readonly interval?: Interval | undefined;
};

/**
 * What adults said in one wave: of counts that were entered, below ten answers only how many there are; of their own answers
 * what passes the gate, as in the report.
 */
export function waveFigures({ audience, counts }: EvaluationWave, adults: readonly AdultsInAll[]): WaveFigure[] {
  const own = adults.find(({ instrument }) => instrument === instrumentOf[audience].instrument);
  if (!counts) return own ? gateAdults(own).map(({ text, n, mean, interval }) => ({ text, n, mean, interval })) : [];
  return instrumentOf[audience].statements.flatMap(({ id, text }) => {
    const places = counts[id];
    if (!places) return [];
    const n = places.reduce((sum, one) => sum + one, 0);
    if (n < rules.leastAnswers) return [{ text, n }];
    const sum = places.reduce((total, one, index) => total + one * (index + 1), 0);
    return [{ text, n, mean: roundedQuotient(sum, n, 2), interval: meanInterval(sum / n, n) }];
  });
}

import type { LocalDate } from '../../kernel/time.ts';
import { localDate } from '../../kernel/time.ts';
import type { Decision } from '../decision.ts';
import type { Event } from '../event.ts';
import { pupilsIn } from '../fields.ts';
import type { EventTotal } from '../totals.ts';
import type { outputKinds } from '../vocabulary.ts';
import type { ClaimForm } from './forms.ts';
import type { Deliverable, EvaluationWave, FundingLine, MenuEntry, OutputClaim, SectorSession } from './items.ts';
import { type Deciding, refusedAt } from './lines.ts';

/** Something that was held, and can count for one deliverable. Pupils are headcounts. */
export type Output = {
  readonly kind: (typeof outputKinds)[number];
  readonly output: string;
  readonly title: string;
  readonly on: LocalDate;
  readonly pupils: number;
  readonly schools: readonly string[];
};

type Sources = {
  readonly sessions: readonly SectorSession[];
  readonly menu: readonly MenuEntry[];
  readonly events: readonly Event[];
  readonly totals: readonly EventTotal[];
  readonly waves: readonly EvaluationWave[];
  /** Whose own answers are counted here. */
  readonly answered: ReadonlySet<EvaluationWave['audience']>;
};

/** Everything that was held, by day: sessions from the menu, events, and times of asking that somebody answered. */
export function outputsOf({ sessions, menu, events, totals, waves, answered }: Sources): Output[] {
  const titles = new Map(menu.map(({ entry, title }) => [entry, title]));
  const called = new Map(events.map(({ event, title }) => [event, title]));
  return [
    ...sessions.flatMap(({ session, entry, on, state, came, urn }): Output[] => {
      if (state !== 'held' || !came) return [];
      return [
        { kind: 'session', output: session, title: titles.get(entry) ?? entry, on, pupils: pupilsIn(came), schools: [urn] },
      ];
    }),
    ...totals
      .filter(({ held }) => held)
      .map(({ event, halfDay, pupils, schools }): Output => {
        const on = localDate.parse(halfDay.slice(0, 10));
        return { kind: 'event', output: event, title: called.get(event) ?? event, on, pupils, schools };
      }),
    ...waves
      .filter(({ audience, counts }) => counts !== undefined || answered.has(audience))
      .map(({ wave, title, on }): Output => ({ kind: 'wave', output: wave, title, on, pupils: 0, schools: [] })),
  ].sort((a, b) => a.on.localeCompare(b.on) || a.title.localeCompare(b.title, 'en-GB') || a.output.localeCompare(b.output));
}

/** How far a deliverable is: counted from the outputs that are claimed for it. */
export type Progress = Deliverable & { readonly delivered: number; readonly outputs: readonly Output[] };

/** The deliverables of a line with what counts for each. A school with two activities is one school. */
export function progressOf(
  { line, deliverables }: FundingLine,
  claims: readonly OutputClaim[],
  outputs: readonly Output[],
): Progress[] {
  return deliverables.map((one) => {
    const claimed = claims.filter((claim) => claim.line === line && claim.deliverable === one.deliverable);
    const counting = outputs.filter(({ kind, output }) =>
      claimed.some((claim) => claim.kind === kind && claim.output === output),
    );
    return { ...one, outputs: counting, delivered: deliveredIn(one, counting) };
  });
}

function deliveredIn({ unit }: Deliverable, outputs: readonly Output[]): number {
  if (unit === 'pupils') return outputs.reduce((sum, { pupils }) => sum + pupils, 0);
  if (unit === 'schools') return new Set(outputs.flatMap(({ schools }) => schools)).size;
  return outputs.length;
}

/** The kind and id in what a form sends. */
export function outputIn({ output }: Pick<ClaimForm, 'output'>): { readonly kind: Output['kind']; readonly output: string } {
  const [kind = '', id = ''] = output.split(' ');
  return { kind: kind === 'session' || kind === 'event' ? kind : 'wave', output: id };
}

type Claiming = {
  readonly line: FundingLine;
  readonly form: ClaimForm;
  readonly outputs: readonly Output[];
  /** Says what a claim that stands is for, and who made it. */
  readonly say: (claim: OutputClaim) => string;
};

/**
 * Claims an output for a deliverable. Conflict `funding-output` where it counts for one already, with whom; invalid
 * `funding-output` for one that was not held, `funding-deliverable` for one that the line does not promise or in which it
 * cannot be counted.
 */
export function claimOutput(current: OutputClaim | undefined, claiming: Claiming, { now, by }: Deciding): Decision<OutputClaim> {
  const { line, form, outputs, say } = claiming;
  const { kind, output } = outputIn(form);
  if (current) throw refusedAt('output', `This counts already for ${say(current)}`, 'conflict');
  if (!outputs.some((one) => one.kind === kind && one.output === output))
    throw refusedAt('output', 'Choose something that was held');
  const promised = line.deliverables.find(({ deliverable }) => deliverable === form.deliverable);
  if (!promised) throw refusedAt('deliverable', 'Choose a deliverable of this line');
  if ((promised.unit === 'evaluations') !== (kind === 'wave'))
    throw refusedAt('deliverable', 'Evaluations count for evaluations, and sessions and events for the rest');
  const state = {
    edition: line.edition,
    kind,
    output,
    line: line.line,
    deliverable: form.deliverable,
    at: now,
    by,
    version: 1,
  };
  return { state, facts: [{ type: 'funding.changed.v1', data: { what: 'claim', how: 'entered', subject: output } }] };
}

import type { RotationBrief, RotationCertificate, RotationPlan } from './shape.ts';

/** What a plan claims of itself. Meetings in `lost` have no slot; a stand-in's meetings count for whom it stands in. */
export function certify(brief: RotationBrief, plan: RotationPlan): RotationCertificate {
  const slotOf = (group: number, organisation: string): number | null => {
    const names = new Set(
      brief.organisations.filter((one) => (one.standsInFor ?? one.organisation) === organisation).map((one) => one.organisation),
    );
    return plan.sessions.find((session) => names.has(session.organisation) && session.groups.includes(group))?.slot ?? null;
  };
  const busy = new Map<number, number>();
  for (const { groups } of plan.sessions) for (const group of groups) busy.set(group, (busy.get(group) ?? 0) + 1);
  return {
    met: brief.organisations
      .filter(({ standsInFor }) => standsInFor === undefined)
      .map(({ organisation }) => ({ organisation, slots: plan.groups.map(({ group }) => slotOf(group, organisation)) })),
    sizes: plan.groups.map(({ members }) => members.reduce((total, { pupils }) => total + pupils, 0)),
    waits: plan.groups.map(({ group }) => brief.slots.length - (busy.get(group) ?? 0)),
    idle: brief.organisations.map(
      ({ organisation, slots }) => slots.length - plan.sessions.filter((one) => one.organisation === organisation).length,
    ),
  };
}

// Checks a plan against its brief and its certificate. It knows the shape of the data and nothing of how plans are made:
// it shares no code with the planner, so that a mistake there cannot hide here.
import type { LostMeeting, RotationBrief, RotationCertificate, RotationGroup, RotationPlan, RotationSession } from './shape.ts';

/** A plan with everything that is claimed of it. `lost` are the meetings that a rescue could not save. */
export type RotationToCheck = {
  readonly brief: RotationBrief;
  readonly plan: RotationPlan;
  readonly certificate: RotationCertificate;
  readonly lost?: readonly LostMeeting[] | undefined;
};

/** Everything that is wrong with a rotation, one sentence a fault; empty when it keeps every limit and claims the truth. */
export function checkRotation(rotation: RotationToCheck): string[] {
  return [
    ...checkTimes(rotation.brief),
    ...checkGroups(rotation),
    ...checkSessions(rotation),
    ...checkMeetings(rotation),
    ...checkClaims(rotation),
  ];
}

function checkTimes({ slots, breaks }: RotationBrief): string[] {
  const faults: string[] = [];
  for (const { starts, ends } of [...slots, ...breaks]) if (starts >= ends) faults.push(`${starts} to ${ends} is no time`);
  for (let slot = 1; slot < slots.length; slot += 1) {
    if ((slots[slot]?.starts ?? '') < (slots[slot - 1]?.ends ?? ''))
      faults.push(`slot ${slot} starts before the one before it ends`);
  }
  for (const rest of breaks) {
    for (const slot of slots) {
      if (slot.starts < rest.ends && rest.starts < slot.ends) faults.push(`${rest.name} at ${rest.starts} is not kept`);
    }
  }
  return faults;
}

function checkGroups({ brief, plan }: RotationToCheck): string[] {
  const faults: string[] = [];
  if (brief.groups !== undefined && plan.groups.length !== brief.groups) faults.push('there is another number of groups');
  for (const [index, { group }] of plan.groups.entries()) if (group !== index + 1) faults.push(`group ${group} is misnumbered`);
  for (const one of plan.groups) faults.push(...checkGroup(brief, one));
  const known = new Set(brief.schools.map(({ school }) => school));
  for (const { school, pupils } of brief.schools) {
    let placed = 0;
    for (const { members } of plan.groups) for (const one of members) if (one.school === school) placed += one.pupils;
    if (placed !== pupils) faults.push(`${placed} of the ${pupils} pupils of ${school} are in groups`);
  }
  for (const { members } of plan.groups) {
    for (const { school } of members) if (!known.has(school)) faults.push(`nobody knows the school ${school}`);
  }
  return [...faults, ...checkAdults(brief, plan.groups)];
}

function checkGroup({ size, mixed }: RotationBrief, { group, members, adult }: RotationGroup): string[] {
  const faults: string[] = [];
  let pupils = 0;
  const schools = new Set<string>();
  for (const one of members) {
    if (one.pupils < 2) faults.push(`a child of ${one.school} is alone in group ${group}`);
    if (schools.has(one.school)) faults.push(`${one.school} is in group ${group} twice`);
    schools.add(one.school);
    pupils += one.pupils;
  }
  if (pupils < size.min) faults.push(`group ${group} has only ${pupils} pupils`);
  if (pupils > size.max) faults.push(`group ${group} has as many as ${pupils} pupils`);
  if (schools.size < mixed) faults.push(`group ${group} has pupils of ${schools.size} schools`);
  if (!schools.has(adult.school)) faults.push(`the adult of group ${group} is of a school that is not in it`);
  return faults;
}

/** Every leading adult is on their school's list, and leads as often as they stand on it: once. */
function checkAdults({ schools }: RotationBrief, groups: readonly RotationGroup[]): string[] {
  const left = new Map(schools.map(({ school, adults }) => [school, [...adults]]));
  const faults: string[] = [];
  for (const { group, adult } of groups) {
    const names = left.get(adult.school) ?? [];
    const place = names.indexOf(adult.name);
    if (place < 0) faults.push(`group ${group} has no adult of its own`);
    else names.splice(place, 1);
  }
  return faults;
}

function checkSessions({ brief, plan }: RotationToCheck): string[] {
  const faults: string[] = [];
  const taken = new Set<string>();
  const take = (slot: number, what: string): void => {
    const key = `${slot} ${what}`;
    if (taken.has(key)) faults.push(`${what} is twice in slot ${slot}`);
    taken.add(key);
  };
  for (const session of plan.sessions) {
    const { slot, organisation, room, groups } = session;
    take(slot, `organisation ${organisation}`);
    take(slot, `room ${room}`);
    for (const group of groups) take(slot, `group ${group}`);
    faults.push(...checkSession(brief, plan, session));
  }
  return faults;
}

function checkSession(brief: RotationBrief, { groups }: RotationPlan, session: RotationSession): string[] {
  const { slot, organisation, room } = session;
  const where = `slot ${slot} with ${organisation}`;
  const faults: string[] = [];
  if (!Number.isInteger(slot) || slot < 0 || slot >= brief.slots.length) faults.push(`there is no slot ${slot}`);
  const visitor = brief.organisations.find((one) => one.organisation === organisation);
  if (!visitor?.slots.includes(slot)) faults.push(`the organisation is not there: ${where}`);
  const place = brief.rooms.find((one) => one.room === room);
  if (!place?.slots.includes(slot)) faults.push(`the room ${room} is not free: ${where}`);
  if (session.groups.length === 0) faults.push(`nobody is there: ${where}`);
  const coming = groups.filter((one) => session.groups.includes(one.group));
  if (coming.length !== session.groups.length) faults.push(`a group nobody knows: ${where}`);
  let pupils = 0;
  for (const { members } of coming) for (const member of members) pupils += member.pupils;
  if (visitor && pupils > visitor.places) faults.push(`${pupils} pupils are more than ${visitor.places} places: ${where}`);
  return faults;
}

/** Each group meets each organisation, or one that stands in for it, exactly once: or the meeting is owned to be lost. */
function checkMeetings({ brief, plan, lost = [] }: RotationToCheck): string[] {
  const faults: string[] = [];
  const times = new Map<string, number>();
  const add = (group: number, organisation: string): void => {
    const who = brief.organisations.find((one) => one.organisation === organisation);
    const key = `${group} ${who?.standsInFor ?? organisation}`;
    times.set(key, (times.get(key) ?? 0) + 1);
  };
  for (const { organisation, groups } of plan.sessions) for (const group of groups) add(group, organisation);
  for (const { group, organisation } of lost) add(group, organisation);
  for (const { group } of plan.groups) {
    for (const { organisation, standsInFor } of brief.organisations) {
      const count = times.get(`${group} ${organisation}`) ?? 0;
      if (standsInFor === undefined && count !== 1) faults.push(`group ${group} meets ${organisation} ${count} times`);
    }
  }
  return faults;
}

function checkClaims({ brief, plan, certificate }: RotationToCheck): string[] {
  const { met, sizes, waits, idle } = certificate;
  const faults: string[] = [];
  const own = brief.organisations.filter(({ standsInFor }) => standsInFor === undefined);
  if (met.map((one) => one.organisation).join() !== own.map((one) => one.organisation).join())
    faults.push('the certificate is about others');
  for (const { organisation, slots } of met) {
    const names = new Set([organisation]);
    for (const one of brief.organisations) if (one.standsInFor === organisation) names.add(one.organisation);
    const slotsOf = plan.groups.map(({ group }) => {
      for (const session of plan.sessions)
        if (names.has(session.organisation) && session.groups.includes(group)) return session.slot;
      return null;
    });
    if (slots.join() !== slotsOf.join()) faults.push(`the certificate is wrong about ${organisation}`);
  }
  const pupils = plan.groups.map(({ members }) => members.reduce((total, one) => total + one.pupils, 0));
  if (sizes.join() !== pupils.join()) faults.push('the certificate is wrong about the sizes');
  const waiting = plan.groups.map(
    ({ group }) =>
      brief.slots.filter((_, slot) => !plan.sessions.some((one) => one.slot === slot && one.groups.includes(group))).length,
  );
  if (waits.join() !== waiting.join()) faults.push('the certificate is wrong about who waits');
  const unused = brief.organisations.map(
    ({ organisation, slots }) =>
      slots.filter((slot) => !plan.sessions.some((one) => one.slot === slot && one.organisation === organisation)).length,
  );
  if (idle.join() !== unused.join()) faults.push('the certificate is wrong about who is idle');
  return faults;
}

import type { RotationToCheck } from '#shared/domain/rotation/check.ts';
import type { RotationSession } from '#shared/domain/rotation/shape.ts';

type Plant = (rotation: RotationToCheck, pick: (below: number) => number) => RotationToCheck | undefined;

function withSessions(rotation: RotationToCheck, sessions: RotationSession[]): RotationToCheck {
  return { ...rotation, plan: { ...rotation.plan, sessions } };
}

function changeSession(rotation: RotationToCheck, place: number, parts: Partial<RotationSession>): RotationToCheck {
  return withSessions(
    rotation,
    rotation.plan.sessions.map((one, index) => (index === place ? { ...one, ...parts } : one)),
  );
}

/** Ways to spoil a good plan; each gives undefined where a plan has nothing to spoil so. */
export const plants: Readonly<Record<string, Plant>> = {
  'two groups swapped in one slot': (rotation, pick) => {
    const { sessions } = rotation.plan;
    const place = pick(sessions.length);
    const other = sessions.findIndex((one, index) => index > place && one.slot === sessions[place]?.slot);
    const [a, b] = [sessions[place], sessions[other]];
    if (!a || !b) return undefined;
    return changeSession(changeSession(rotation, place, { groups: b.groups }), other, { groups: a.groups });
  },
  'a session dropped': (rotation, pick) => {
    const place = pick(rotation.plan.sessions.length);
    return withSessions(rotation, rotation.plan.sessions.toSpliced(place, 1));
  },
  'a session held twice': (rotation, pick) => {
    const one = rotation.plan.sessions[pick(rotation.plan.sessions.length)];
    return one && withSessions(rotation, [...rotation.plan.sessions, one]);
  },
  'a group left out of a session': (rotation, pick) => {
    const place = pick(rotation.plan.sessions.length);
    return changeSession(rotation, place, { groups: (rotation.plan.sessions[place]?.groups ?? []).slice(1) });
  },
  'a session in another slot': (rotation, pick) => {
    const place = pick(rotation.plan.sessions.length);
    const { slot = 0 } = rotation.plan.sessions[place] ?? {};
    return changeSession(rotation, place, { slot: (slot + 1) % Math.max(2, rotation.brief.slots.length) });
  },
  'two sessions in one room': (rotation, pick) => {
    const { sessions } = rotation.plan;
    const place = pick(sessions.length);
    const other = sessions.find((one, index) => index !== place && one.slot === sessions[place]?.slot);
    return other && changeSession(rotation, place, { room: other.room });
  },
  'an organisation that leaves early': (rotation, pick) => {
    const last = rotation.plan.sessions[pick(rotation.plan.sessions.length)];
    const organisations = rotation.brief.organisations.map((one) =>
      one.organisation === last?.organisation ? { ...one, slots: one.slots.filter((slot) => slot < last.slot) } : one,
    );
    return { ...rotation, brief: { ...rotation.brief, organisations } };
  },
  'a room that is missing': (rotation, pick) => {
    const gone = rotation.plan.sessions[pick(rotation.plan.sessions.length)];
    const rooms = rotation.brief.rooms.map((one) =>
      one.room === gone?.room ? { ...one, slots: one.slots.filter((slot) => slot !== gone.slot) } : one,
    );
    return { ...rotation, brief: { ...rotation.brief, rooms } };
  },
  'a break that is not kept': (rotation, pick) => {
    const slot = rotation.brief.slots[pick(rotation.brief.slots.length)];
    return slot && { ...rotation, brief: { ...rotation.brief, breaks: [...rotation.brief.breaks, { name: 'Play', ...slot }] } };
  },
  'more pupils than an organisation takes': (rotation, pick) => {
    const full = rotation.plan.sessions[pick(rotation.plan.sessions.length)];
    const organisations = rotation.brief.organisations.map((one) =>
      one.organisation === full?.organisation ? { ...one, places: 1 } : one,
    );
    return { ...rotation, brief: { ...rotation.brief, organisations } };
  },
  'a child alone': (rotation, pick) => {
    const place = pick(rotation.plan.groups.length);
    const groups = rotation.plan.groups.map((one, index) =>
      index === place
        ? { ...one, members: one.members.map((member, first) => (first === 0 ? { ...member, pupils: 1 } : member)) }
        : one,
    );
    return { ...rotation, plan: { ...rotation.plan, groups } };
  },
  'a child forgotten': (rotation, pick) => {
    const place = pick(rotation.brief.schools.length);
    const schools = rotation.brief.schools.map((one, index) => (index === place ? { ...one, pupils: one.pupils + 1 } : one));
    return { ...rotation, brief: { ...rotation.brief, schools } };
  },
  'a group too big': (rotation, pick) => {
    const size = rotation.certificate.sizes[pick(rotation.certificate.sizes.length)] ?? 0;
    return { ...rotation, brief: { ...rotation.brief, size: { min: 1, max: size - 1 } } };
  },
  'a group too small': (rotation, pick) => {
    const size = rotation.certificate.sizes[pick(rotation.certificate.sizes.length)] ?? 0;
    return { ...rotation, brief: { ...rotation.brief, size: { min: size + 1, max: 999 } } };
  },
  'an adult who leads two groups': (rotation) => {
    const [first, ...rest] = rotation.plan.groups;
    if (!first || rest.length === 0) return undefined;
    return { ...rotation, plan: { ...rotation.plan, groups: [first, ...rest.map((one) => ({ ...one, adult: first.adult }))] } };
  },
  'an adult nobody named': (rotation, pick) => {
    const place = pick(rotation.plan.groups.length);
    const groups = rotation.plan.groups.map((one, index) =>
      index === place ? { ...one, adult: { ...one.adult, name: 'Nobody' } } : one,
    );
    return { ...rotation, plan: { ...rotation.plan, groups } };
  },
  'fewer schools than must be mixed': (rotation) => ({
    ...rotation,
    brief: { ...rotation.brief, mixed: Math.min(...rotation.plan.groups.map(({ members }) => members.length)) + 1 },
  }),
  'a lost meeting that is held': (rotation, pick) => {
    const one = rotation.plan.sessions[pick(rotation.plan.sessions.length)];
    const [group] = one?.groups ?? [];
    return one && group !== undefined ? { ...rotation, lost: [{ group, organisation: one.organisation }] } : undefined;
  },
  'a certificate with another slot': (rotation, pick) => {
    const place = pick(rotation.certificate.met.length);
    const met = rotation.certificate.met.map((one, index) =>
      index === place ? { ...one, slots: one.slots.map((slot, group) => (group === 0 ? (slot ?? 0) + 1 : slot)) } : one,
    );
    return { ...rotation, certificate: { ...rotation.certificate, met } };
  },
  'a certificate that hides who waits': (rotation) => {
    const waits = rotation.certificate.waits.map((count) => count + 1);
    return { ...rotation, certificate: { ...rotation.certificate, waits } };
  },
  'a certificate that hides who is idle': (rotation) => {
    const idle = rotation.certificate.idle.map((count) => count + 1);
    return { ...rotation, certificate: { ...rotation.certificate, idle } };
  },
  'a certificate with other sizes': (rotation) => {
    const sizes = rotation.certificate.sizes.map((size) => size + 1);
    return { ...rotation, certificate: { ...rotation.certificate, sizes } };
  },
};

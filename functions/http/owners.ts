import { commonEnv } from '../runtime/env.ts';
import type { OrganiserSession } from '../runtime/sessions.ts';

const owners = new Set(
  commonEnv()
    .OWNERS.split(',')
    .map((one) => one.trim().toLowerCase()),
);

/** Who may open programmes, plan an edition of any, and say which strategy they serve: those whom the stage's settings name. */
export function isOwner({ email }: Pick<OrganiserSession, 'email'>): boolean {
  return owners.has(email.toLowerCase());
}

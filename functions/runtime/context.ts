import { randomBytes, randomUUID } from 'node:crypto';
import type { NewId } from '#shared/kernel/ids.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { clock } from './clock.ts';
import { commonEnv } from './env.ts';

/** What one unit of work gets besides its ports: the time it happens at, fresh ids and secrets, and the site's origin. */
export type Context = {
  readonly now: Instant;
  readonly newId: NewId;
  /** 256 random bits as base64url: the token of a link or session. */
  readonly newToken: () => string;
  /** `https://host`, without a slash at the end. */
  readonly origin: string;
  /** Who causes what happens in it, as facts say it. */
  readonly by: 'public' | 'link' | 'system' | `organiser:${string}`;
};

const site = commonEnv();

/** The context of a unit of work that starts now. */
export function startContext(origin = site.SITE_ORIGIN): Context {
  return { now: clock.now(), newId: randomUUID, newToken: () => randomBytes(32).toString('base64url'), origin, by: 'system' };
}

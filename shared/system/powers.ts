import type { Bus, FailedWork, Files, Identity, Mailer, TableEmptier, TableReader, TableWriter } from '../ports.ts';

/**
 * Every power a function can be given: the name its port has among the handler's dependencies, and the environment
 * variables that the port's adapter reads. infra/powers.ts turns each into a grant.
 */
export const powers = {
  'table:read': { port: 'read', env: ['TABLE_NAME'] },
  'table:write': { port: 'write', env: ['TABLE_NAME'] },
  'table:empty': { port: 'empty', env: ['TABLE_NAME'] },
  'bus:publish': { port: 'bus', env: ['BUS_NAME'] },
  'email:send': { port: 'mailer', env: ['MAIL_FROM', 'MAIL_CONFIGURATION_SET'] },
  'files:read': { port: 'files', env: ['FILES_BUCKET'] },
  'failures:retry': { port: 'failures', env: ['QUEUES_ARN'] },
  'identity:use': { port: 'identity', env: ['OIDC_ISSUER', 'OIDC_CLIENT_ID'] },
} as const satisfies Record<string, { port: string; env: readonly string[] }>;

export type PowerName = keyof typeof powers;
/** The environment that one power's adapter reads. */
export type PowerEnv<P extends PowerName> = { readonly [E in (typeof powers)[P]['env'][number]]: string };

/** The port behind each power. A power without a line here does not compile. */
export type PortOf = {
  'table:read': TableReader;
  'table:write': TableWriter;
  'table:empty': TableEmptier;
  'bus:publish': Bus;
  'email:send': Mailer;
  'files:read': Files;
  'failures:retry': FailedWork;
  'identity:use': Identity;
};

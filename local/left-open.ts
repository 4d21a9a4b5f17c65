import { setTimeout as wait } from 'node:timers/promises';
import type { Instant } from '#shared/kernel/time.ts';
import type { LocalSystem } from './system.ts';

/** By then (milliseconds) the reports of what was sent before have been taken in: they wait in a queue that outlives us. */
const reportsTakenIn = 1500;

/**
 * Sends the mails that a killed process had claimed and not sent. On AWS a claim is given a quarter of an hour, since its
 * sender may live; here every claim from before `startedAt` is nobody's.
 */
export async function sendLeftOpen({ clock, runJob }: Pick<LocalSystem, 'clock' | 'runJob'>, startedAt: Instant): Promise<void> {
  await wait(reportsTakenIn, undefined, { ref: false });
  process.env['MAIL_REPORTED_WITHIN'] = String((clock.milliseconds() - Date.parse(startedAt)) / 1000);
  await runJob('sweep-mails');
  delete process.env['MAIL_REPORTED_WITHIN'];
}

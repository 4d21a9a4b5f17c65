import { localDate } from '#shared/kernel/time.ts';

/** The day on which the accessibility statement was last prepared and its tests last run by hand. Move it with them. */
export const accessibilityReviewed = localDate.parse('2026-11-22');

/** How many days ahead security.txt says that it can be relied on (RFC 9116 recommends less than a year). */
export const securityTextDays = 180;

import { localDate, type LocalDate } from '../kernel/time.ts';

/**
 * England's bank holidays from 2024 to 2028, with the days that stand in for those on a weekend. Source: GOV.UK,
 * https://www.gov.uk/bank-holidays (Open Government Licence v3.0); years beyond it by the same rules, until it prints them.
 */
const named: Readonly<Record<string, string>> = {
  'New Year’s Day': '2024-01-01 2025-01-01 2026-01-01 2027-01-01 2028-01-03',
  'Good Friday': '2024-03-29 2025-04-18 2026-04-03 2027-03-26 2028-04-14',
  'Easter Monday': '2024-04-01 2025-04-21 2026-04-06 2027-03-29 2028-04-17',
  'Early May bank holiday': '2024-05-06 2025-05-05 2026-05-04 2027-05-03 2028-05-01',
  'Spring bank holiday': '2024-05-27 2025-05-26 2026-05-25 2027-05-31 2028-05-29',
  'Summer bank holiday': '2024-08-26 2025-08-25 2026-08-31 2027-08-30 2028-08-28',
  'Christmas Day': '2024-12-25 2025-12-25 2026-12-25 2027-12-27 2028-12-25',
  'Boxing Day': '2024-12-26 2025-12-26 2026-12-28 2027-12-28 2028-12-26',
};

const byDay = new Map(
  Object.entries(named).flatMap(([name, days]) =>
    days.split(' ').map((day): [LocalDate, string] => [localDate.parse(day), name]),
  ),
);

/** The name of the bank holiday that a day is, if it is one. Of other years than 2024 to 2028 none is known. */
export function bankHoliday(day: LocalDate): string | undefined {
  return byDay.get(day);
}

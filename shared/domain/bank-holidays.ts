/**
 * England's bank holidays from 2024 to 2028, with the days that stand in for those at a weekend; of other years none is
 * known. Each year in the order of `bankHolidayNames`. Source: GOV.UK, https://www.gov.uk/bank-holidays (Open Government
 * Licence v3.0); years that it does not print yet by the same rules.
 */
const days = [
  '2024-01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  '2025-01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  '2026-01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  '2027-01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
  '2028-01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26',
];

/** Which of the year's bank holidays a day is, from 0 on; undefined where it is none. */
export function bankHoliday(day: string): number | undefined {
  const year = days.find((one) => one.startsWith(day.slice(0, 4)));
  const place = year?.slice(5).split(' ').indexOf(day.slice(5)) ?? -1;
  return place < 0 ? undefined : place;
}

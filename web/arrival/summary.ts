import type { SummaryRow } from '../components/summary-list.ts';
import { row } from '../links/held.ts';
import { link, lines } from '../prose.ts';
import type { ArrivalRow } from './rows.ts';

/** One of the rows for those who come, as a page shows it: a link to press, several times one below another. */
export function comingRow({ key, value, href }: ArrivalRow): SummaryRow | undefined {
  return row(key, href === undefined ? lines(value.split('; ')) : link(href, value));
}

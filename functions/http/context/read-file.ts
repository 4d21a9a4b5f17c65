import { readFigures } from '#shared/domain/context/figures.ts';
import type { Indicator } from '#shared/domain/context/indicators.ts';
import { readNeighbours } from '#shared/domain/context/neighbours.ts';
import type { RefusedCell } from '#shared/domain/context/refused.ts';
import { contextContent } from '#web/context/content.en.ts';
import { sheetRows, unreadable } from '../exchange/read-sheet.ts';
import { requireList } from './by-hand.ts';
import type { Incoming } from './batch.ts';
import { type Held, keptPlaces } from './find.ts';

const { problems } = contextContent.import;

/** What an organiser says of a file. */
export type Said = {
  readonly source: string;
  readonly address?: string | undefined;
  readonly indicator?: Indicator | undefined;
  readonly list?: string | undefined;
};

export type ReadFile = { readonly incoming: Incoming; readonly refused: readonly RefusedCell[]; readonly elsewhere: number };

/** Reads a file of figures or of neighbours, told apart by its first line. Throws `invalid` `import-file` with what to do. */
export function readContextFile(bytes: Uint8Array, said: Said, held: Held): ReadFile {
  const [header = [], ...lines] = sheetRows(bytes);
  const rows = lines.map((cells, index) => ({ row: index + 2, cells }));
  const { source, address, list, indicator } = said;
  const near = readNeighbours(header, rows, { las: held.places.map(({ la }) => la), list });
  if (near && 'dates' in near) {
    const dates = near.dates.join(', ');
    throw unreadable(list === undefined ? problems.dates(dates) : problems.noDate(list, dates));
  }
  if (near) {
    if (near.lists.length === 0) throw unreadable(problems.other);
    const lists = near.lists.map((one) => ({ ...one, neighbours: [...one.neighbours] }));
    return { incoming: { kind: 'neighbours', source, lists }, refused: near.refused, elsewhere: near.elsewhere };
  }
  const found = readFigures(header, rows, { indicator, places: keptPlaces(held) });
  if (!found) throw unreadable(problems.unknown);
  if (found.figures.length + found.refused.length === 0) throw unreadable(problems.other);
  requireList(held, list);
  const from = { source, ...(address === undefined ? {} : { address }), ...(list === undefined ? {} : { list }) };
  return {
    incoming: { kind: 'figures', ...from, figures: [...found.figures] },
    refused: found.refused,
    elsewhere: found.elsewhere,
  };
}

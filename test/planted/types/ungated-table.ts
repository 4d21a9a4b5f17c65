import { daysTable } from '#web/report/tables.ts';

// A table as it was counted, which the gate has not seen.
const counted = { rows: ['2025-03-03'], columns: ['rotation'], cells: [[5]], rowTotals: [5], columnTotals: [5], total: 5 };

// expect TS2345: is not assignable to parameter of type
export const leaked = daysTable(counted);

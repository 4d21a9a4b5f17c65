import { meansChart } from '#web/report/charts.ts';

// An answer as it was counted, which the gate has not seen.
const counted = { statement: 'hosting', text: 'Hosting was good', invited: 2, n: 2, mean: 5, interval: { low: 2.4, high: 5 } };

// expect TS2322: is not assignable to type
export const leaked = meansChart([counted]);

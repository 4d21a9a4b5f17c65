import { childrenTables } from '#web/impact/children.ts';

// What children chose as it was counted, which the gate has not seen.
const counted = { instrument: 'pupils-once', schools: 3, classes: 3, asked: 90, answered: 80, responseRate: 0.89, statements: [] };

// expect TS2322: is not assignable to type
export const leaked = childrenTables([counted]);

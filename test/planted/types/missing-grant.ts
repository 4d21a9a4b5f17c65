import type { GrantTable } from '#infra/powers.ts';

declare const lacking: Omit<GrantTable, 'identity:use'>;
// expect TS2741: Property '"identity:use"' is missing
export const grants: GrantTable = lacking;

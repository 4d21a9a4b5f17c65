// expect: eslint(no-restricted-imports): domain may import only types from system
import { table } from '#shared/system/table.ts';
export const kept = table;

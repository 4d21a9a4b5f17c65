// expect: import(no-cycle): cycle
import type { B } from './cycle-b.ts';
export type A = { readonly b?: B };

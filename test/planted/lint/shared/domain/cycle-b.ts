// expect: import(no-cycle): cycle
import type { A } from './cycle-a.ts';
export type B = { readonly a?: A };

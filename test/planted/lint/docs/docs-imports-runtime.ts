// expect: eslint(no-restricted-imports): docs may not import runtime
import { clock } from '#functions/runtime/clock.ts';
export const kept = clock;

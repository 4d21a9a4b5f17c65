// expect: eslint(no-restricted-imports): zod/mini
import * as z from 'zod';
export const kept = z.string();

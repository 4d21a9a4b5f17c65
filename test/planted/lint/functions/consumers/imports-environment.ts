// expect: eslint(no-restricted-imports): functions/runtime/env.ts
import { env } from 'node:process';
export const kept = env['TABLE_NAME'];

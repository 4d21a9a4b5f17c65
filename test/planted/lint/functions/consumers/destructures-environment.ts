// expect: eslint(no-restricted-properties): functions/runtime/env.ts
const { env } = process;
export const kept = env['TABLE_NAME'];

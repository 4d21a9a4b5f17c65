// expect: eslint(no-restricted-imports): infra may not import trigger
import { handler } from '../functions/http/site.ts';
export const kept = handler;

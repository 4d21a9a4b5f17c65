// expect: eslint(no-restricted-imports): bench may not import infra
import { settings } from '#infra/settings.ts';
export const kept = settings;

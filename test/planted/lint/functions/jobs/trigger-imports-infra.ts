// expect: eslint(no-restricted-imports): trigger may not import infra
import { settings } from '#infra/settings.ts';
export const kept = settings;

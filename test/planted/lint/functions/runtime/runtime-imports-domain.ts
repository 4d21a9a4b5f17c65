// expect: eslint(no-restricted-imports): runtime may not import domain
import { slug } from '#shared/domain/fields.ts';
export const kept = slug;

// expect: eslint(no-restricted-imports): kernel may not import domain
import { slug } from '../domain/fields.ts';
export const kept = slug;

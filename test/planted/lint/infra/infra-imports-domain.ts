// expect: eslint(no-restricted-imports): infra may not import domain
export { slug as kept } from '#shared/domain/fields.ts';

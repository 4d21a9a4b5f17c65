// expect: eslint(no-restricted-imports): system may import only types from ports
import { portNames } from '../ports.ts';
export const kept = portNames;

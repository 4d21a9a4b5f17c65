// expect: eslint(no-restricted-imports): zod/mini
import { z } from 'zod';
export const kept = z;

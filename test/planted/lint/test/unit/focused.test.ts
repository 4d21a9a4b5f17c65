// expect: vitest(no-focused-tests): focused
import { expect, test } from 'vitest';
test.only('hides all the others', () => expect(1).toBe(1));

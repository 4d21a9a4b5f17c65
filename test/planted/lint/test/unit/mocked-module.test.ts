// expect: vitest(no-restricted-vi-methods): working fake
import { expect, test, vi } from 'vitest';
vi.mock('node:fs');
test('nothing is real here', () => expect(1).toBe(1));

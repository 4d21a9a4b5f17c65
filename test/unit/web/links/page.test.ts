import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { continuePage } from '#web/links/page.ts';
import { registration, setting } from '../examples.ts';
import { elementsOf } from '../page-text.ts';

const formsOf = (document: string) =>
  elementsOf(parse(document)).flatMap(({ name, attributes }) =>
    name === 'form' ? [`${attributes['method']} ${attributes['action']}`] : [],
  );

describe('a mailed link', () => {
  it.each(['registration', 'organisation', 'volunteer', 'survey'] as const)(
    'shows one button that posts, and nothing of anybody: %s',
    (purpose) => {
      const token = 't'.repeat(43);
      const document = continuePage({ ...setting, token, purpose });
      expect(formsOf(document)).toEqual([`post /l/${token}`]);
      expect(document).not.toContain(registration.contact.name);
    },
  );
});

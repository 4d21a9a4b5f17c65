import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { editionPage, startPage } from '#web/start/page.ts';
import { edition, programme, setting } from '../examples.ts';
import { elementsOf, textOf } from '../page-text.ts';

const linksOf = (document: string) => elementsOf(parse(document)).map(({ attributes }) => attributes['href']);
const ways = [
  '/editions/larkford-2025/schools',
  '/editions/larkford-2025/apply/organisation',
  '/editions/larkford-2025/apply/volunteer',
];

describe('the start page', () => {
  it('leads to each edition and says where and when it is', () => {
    const document = startPage({ editions: [setting] });
    expect(linksOf(document)).toContain('/editions/larkford-2025');
    expect(textOf(parse(document))).toContain('Larkford, Monday 3 March to Friday 7 March 2025');
  });

  it('takes the name of the one programme there is, and no name where several are', () => {
    const second = { edition: { ...edition, edition: 'b' }, programme: { ...programme, programme: 'b', name: 'Another Week' } };
    expect(textOf(parse(startPage({ editions: [setting, setting] })))).toContain(programme.organiser.email);
    expect(textOf(parse(startPage({ editions: [setting, second] })))).not.toContain(programme.organiser.email);
  });

  it('says so when no week is planned', () => {
    expect(textOf(parse(startPage({ editions: [] })))).toContain('No week is planned yet');
  });
});

describe('the page of an edition', () => {
  it('offers the three ways to take part while sign-up is open', () => {
    expect(linksOf(editionPage({ ...setting, published: false, figures: false, signUp: 'open' }))).toEqual(
      expect.arrayContaining(ways),
    );
  });

  it.each([
    ['not-yet', 'Sign-up opens on Monday 6 January 2025.'],
    ['closed', 'Sign-up has closed'],
  ] as const)('offers none of them, and says why, when sign-up is %s', (signUp, why) => {
    const document = editionPage({ ...setting, published: false, figures: false, signUp });
    for (const way of ways) expect(linksOf(document)).not.toContain(way);
    expect(textOf(parse(document))).toContain(why);
  });

  it('leads to the city’s figures where any are held', () => {
    const links = (figures: boolean) => linksOf(editionPage({ ...setting, published: false, figures, signUp: 'open' }));
    expect(links(true)).toContain('/editions/larkford-2025/context');
    expect(links(false)).not.toContain('/editions/larkford-2025/context');
  });

  it('leads to the report once it is published, and not before', () => {
    const links = (published: boolean) => linksOf(editionPage({ ...setting, published, figures: published, signUp: 'closed' }));
    expect(links(true)).toContain('/editions/larkford-2025/impact');
    expect(links(false)).not.toContain('/editions/larkford-2025/impact');
  });
});

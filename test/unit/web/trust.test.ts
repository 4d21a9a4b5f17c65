import { readFileSync } from 'node:fs';
import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { handler } from '#functions/http/site.ts';
import { retention } from '#shared/domain/retention.ts';
import { dayInWords, instant } from '#shared/kernel/time.ts';
import { cookies } from '#shared/system/cookies.ts';
import { functions } from '#shared/system/functions.ts';
import { accessibilityPage, contactPage, cookiesPage, privacyPage, sayDuration } from '#web/trust/page.ts';
import { accessibilityReviewed, securityTextDays } from '#web/trust/review.ts';
import { securityText } from '#web/trust/security-text.ts';
import { elementsOf, textOf } from './page-text.ts';
import { siteEvent } from './site-event.ts';

const textIn = (document: string) => textOf(parse(document), ['head']).replace(/\s+/g, ' ');

describe('the trust pages', () => {
  const paths = ['/accessibility', '/privacy', '/privacy/children', '/cookies', '/contact'] as const;

  it.each(paths)('%s is served without reading anything', async (path) => {
    const { statusCode, body } = await handler(siteEvent(`GET ${path}`, path));
    expect([statusCode, body?.startsWith('<!DOCTYPE html>')]).toEqual([200, true]);
    expect(functions.site.uses).toEqual([]);
  });

  it('are a step away from every page', () => {
    const links = elementsOf(parse(contactPage())).map(({ attributes }) => attributes['href']);
    for (const path of paths.filter((one) => one !== '/privacy/children')) expect(links).toContain(path);
    expect(elementsOf(parse(privacyPage())).map(({ attributes }) => attributes['href'])).toContain('/privacy/children');
  });
});

describe('the accessibility statement', () => {
  const text = textIn(accessibilityPage());

  it('names its tests and the day they ran', () => {
    expect(text).toContain(dayInWords(accessibilityReviewed));
    for (const tool of ['axe-core', 'html-validate', 'Playwright', 'WCAG 2.2']) expect(text).toContain(tool);
  });

  it('has the parts that the regulations ask for, enforcement in their own words', () => {
    expect(text).toContain('Tell us about a problem');
    expect(text).toContain(
      'If you’re not happy with how we respond to your complaint, contact the Equality Advisory and Support Service (EASS).',
    );
    expect(text).toContain('(No. 2) Accessibility Regulations 2018');
  });
});

describe('the privacy notice', () => {
  const dpia = readFileSync(new URL('../../../docs/privacy/dpia.md', import.meta.url), 'utf8');
  const rows = dpia
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) => line.split('|').map((cell) => cell.trim()));
  const kinds = Object.entries(retention).map(([kind, { kept, fields }]) => ({ kind, kept, fields }));

  it.each(kinds)('says of $kind what the impact assessment says', ({ kept, fields }) => {
    expect(textIn(privacyPage())).toContain(kept);
    for (const field of fields) {
      const row = rows.find(([, names = '']) => names.includes(`\`${field}\``));
      expect(row?.[5]).toMatch(new RegExp(`^${kept}`));
    }
  });

  it('knows every period of the impact assessment, but for what is public anyway', () => {
    const known = kinds.map(({ kept }) => kept);
    const published = /until withdrawn|until a new version|figures: for good|while the programme runs/;
    const periods = rows.flatMap((row) => (row.length === 8 ? [row[5] ?? ''] : []));
    expect(periods.length).toBeGreaterThan(20);
    expect(periods.filter((period) => !published.test(period) && !known.some((kept) => period.startsWith(kept)))).toEqual([]);
  });
});

describe('the cookies page', () => {
  it.each(Object.values(cookies))(
    'lists $name, which is all that tsc lets us set, and how long it lasts',
    ({ name, seconds }) => {
      const text = textIn(cookiesPage());
      expect(text).toContain(name);
      expect(text).toContain(`Lasts ${sayDuration(seconds)}.`);
    },
  );

  it('says spans as people do', () => {
    expect([60, 600, 3600, 43_200, 604_800].map(sayDuration)).toEqual(['1 minute', '10 minutes', '1 hour', '12 hours', '7 days']);
  });
});

describe('security.txt', () => {
  const now = instant.parse('2026-11-22T10:00:00.000Z');
  const fieldsOf = (text: string) =>
    text
      .trim()
      .split('\n')
      .map((line) => line.split(': '));

  it('has what RFC 9116 requires: a way to tell us, and one day of expiry less than a year ahead', () => {
    const fields = fieldsOf(securityText({ origin: 'https://city.example', contactEmail: 'help@city.example', now }));
    expect(fields.filter(([name]) => name === 'Contact').map(([, value]) => value)).toEqual([
      'mailto:help@city.example',
      'https://city.example/contact',
    ]);
    const expires = fields.filter(([name]) => name === 'Expires').map(([, value = '']) => Date.parse(value));
    expect(expires).toEqual([Date.parse('2027-05-21T00:00:00Z')]);
    expect(securityTextDays).toBeLessThan(365);
    expect(fields).toContainEqual(['Canonical', 'https://city.example/.well-known/security.txt']);
  });

  it('is plain text at its well-known address', async () => {
    const { statusCode, headers, body } = await handler(siteEvent('GET /.well-known/security.txt', '/.well-known/security.txt'));
    expect([statusCode, headers?.['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
    expect(body).toMatch(/^Contact: https:\/\/city\.example\/contact$/m);
  });
});

import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { html } from '#web/html.ts';
import { page } from '#web/layout.ts';
import { problemPage } from '#web/pages/errors.ts';
import { themeOf } from '#web/theme.ts';
import { galleryMail, galleryPages } from '#test/browser/gallery-pages.ts';
import { htmlProblems } from '#test/browser/html-problems.ts';
import { elementsOf, textOf } from './page-text.ts';

const organiser = { name: 'Fictional Council', email: 'careers@fictional-council.example' };
const theme = themeOf({ name: 'Primary Futures Week', city: 'Fictional City', organiser });
const every = Object.entries(galleryPages).map(([name, show]) => ({ name, show }));

describe('every page', () => {
  it.each(every)('is correct HTML: $name', async ({ show }) => {
    expect(await htmlProblems(show())).toEqual([]);
  });

  it.each(every)(
    'has one main heading, one main part, a skip link first, and no style or script of its own: $name',
    ({ show }) => {
      const elements = elementsOf(parse(show()));
      const named = (name: string) => elements.filter((element) => element.name === name);
      expect(named('h1')).toHaveLength(1);
      expect(named('main').map(({ attributes }) => attributes['id'])).toEqual(['main-content']);
      expect(named('a')[0]?.attributes['href']).toBe('#main-content');
      expect(named('style')).toEqual([]);
      expect(named('script').map(({ text }) => text.trim())).toEqual(['']);
      expect(
        elements.filter(({ attributes }) => Object.keys(attributes).some((name) => name === 'style' || name.startsWith('on'))),
      ).toEqual([]);
    },
  );

  it.each(every)('loads nothing from another host: $name', ({ show }) => {
    const loaded = elementsOf(parse(show())).flatMap(({ name, attributes }) =>
      name === 'a' ? [] : [attributes['src'], attributes['href'], attributes['action']],
    );
    for (const address of loaded) expect(address ?? '/').toMatch(/^\/(?!\/)/);
  });
});

describe('the layout', () => {
  const titleOf = (document: string) =>
    elementsOf(parse(document))
      .find(({ name }) => name === 'title')
      ?.text.trim();

  it('names the page, the programme and the city in its title, and the errors first', () => {
    const body = html``;
    expect(titleOf(page({ title: 'Register', theme, body }))).toBe('Register – Primary Futures Week – Fictional City');
    expect(titleOf(page({ title: 'Register', theme, body, errors: true }))).toMatch(/^Error: Register – /);
    expect(titleOf(page({ title: 'Register', theme, body, errorSummary: html`<div></div>` }))).toMatch(/^Error: Register – /);
    expect(titleOf(page({ title: 'Aspirations', body }))).toBe('Aspirations');
  });

  it('marks where the reader is in the navigation', () => {
    const navigation = [
      { text: 'Schools', href: '/schools' },
      { text: 'Events', href: '/events' },
    ];
    const document = page({ title: 'Events', body: html``, navigation, path: '/events' });
    const current = elementsOf(parse(document)).filter(({ attributes }) => attributes['aria-current'] === 'page');
    expect(current.map(({ text }) => text.trim())).toEqual(['Events']);
  });

  it('escapes the names that a city gives itself', () => {
    const named = themeOf({ name: '<b>Week</b>', city: '"><img>', organiser: { name: '<i>', email: '"@city.example' } });
    expect(
      elementsOf(parse(page({ title: '</title><p>', body: html``, theme: named }))).filter(({ name }) =>
        ['b', 'img', 'i'].includes(name),
      ),
    ).toEqual([]);
  });
});

describe('the problem pages', () => {
  it.each([400, 401, 403, 404, 405, 409, 410, 413, 415, 418, 422, 429, 500, 503, 599])('say why and what to do: %i', (status) => {
    const text = textOf(parse(problemPage({ status, code: 'a-code', detail: 'The reason why.', theme })));
    expect(text).toContain('The reason why.');
    expect(text).toContain(`${status} a-code`);
    expect(text).toContain(organiser.email);
  });

  it('say how long to wait', () => {
    const wait = (seconds: number) =>
      textOf(parse(problemPage({ status: 429, code: 'c', detail: 'd', retryAfterSeconds: seconds })));
    expect(wait(1)).toContain('in 1 second.');
    expect(wait(61)).toContain('in 2 minutes.');
  });

  it('send an organiser without a session to the sign-in', () => {
    const links = elementsOf(parse(problemPage({ status: 401, code: 'sign-in-needed', detail: 'd' }))).map(
      ({ attributes }) => attributes['href'],
    );
    expect(links).toContain('/sign-in');
  });

  it('say what there is to mend, each sentence once', () => {
    const issues = [1, 2, 2].map((number) => ({ path: `field${number}`, message: `Mend answer ${number}` }));
    const items = elementsOf(parse(problemPage({ status: 422, code: 'invalid', detail: 'd', issues })));
    const texts = items.filter(({ name }) => name === 'li').map(({ text }) => text.trim());
    expect(texts.filter((text) => text.startsWith('Mend'))).toEqual(['Mend answer 1', 'Mend answer 2']);
  });
});

describe('words', () => {
  it.each([...every, { name: 'mail', show: galleryMail }])('no sentence is longer than 25 words: $name', ({ show }) => {
    const sentences = elementsOf(parse(show()))
      .filter(({ name }) => ['p', 'li', 'h1', 'h2', 'h3', 'dd', 'label', 'legend'].includes(name))
      .flatMap(({ text }) => text.split(/(?<=[.!?:])\s+/));
    expect(sentences.filter((sentence) => sentence.trim().split(/\s+/).length > 25)).toEqual([]);
  });
});

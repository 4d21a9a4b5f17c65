import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { htmlProblems } from '#test/browser/html-problems.ts';
import { journeyPages } from '../journey-pages.ts';
import { elementsOf, textOf } from '../page-text.ts';

const every = Object.entries(journeyPages).map(([name, show]) => ({ name, show }));

describe('every page of the journeys, in every state', () => {
  it.each(every)('is correct HTML: $name', async ({ show }) => {
    expect(await htmlProblems(show())).toEqual([]);
  });

  it.each(every)('has one main heading and a title that says the page: $name', ({ show }) => {
    const elements = elementsOf(parse(show()));
    const h1 = elements.filter(({ name }) => name === 'h1').map(({ text }) => plain(text));
    const title = elements.find(({ name }) => name === 'title')?.text ?? '';
    expect(h1).toHaveLength(1);
    expect(title).toContain(h1[0]);
  });

  it.each(every)('links each error to a field that is there, and says “Error:” in its title: $name', ({ name, show }) => {
    const elements = elementsOf(parse(show()));
    const summary = elements.filter(({ attributes }) => attributes['class'] === 'govuk-error-summary');
    const title = elements.find((element) => element.name === 'title')?.text.trim() ?? '';
    expect(title.startsWith('Error: ')).toBe(summary.length > 0);
    expect(summary).toHaveLength(/errors|refused|full/.test(name) ? 1 : 0);
    const ids = new Set(elements.map(({ attributes }) => attributes['id']));
    const fragments = elements.flatMap(({ attributes }) =>
      attributes['href']?.startsWith('#') ? [attributes['href'].slice(1)] : [],
    );
    for (const fragment of fragments) expect(ids).toContain(fragment);
  });

  it.each(every.filter(({ name }) => name.includes('errors')))(
    'lists its errors in the order of its fields: $name',
    ({ show }) => {
      const elements = elementsOf(parse(show()));
      const places = elements.flatMap(({ attributes }) => {
        const target =
          attributes['href']?.startsWith('#') && attributes['href'] !== '#main-content' ? attributes['href'].slice(1) : undefined;
        return target === undefined ? [] : [elements.findIndex((one) => one.attributes['id'] === target)];
      });
      expect(places).toEqual([...places].sort((a, b) => a - b));
    },
  );

  it.each(every)('leads only to addresses of ours, and loads nothing from elsewhere: $name', ({ name: page, show }) => {
    // A report cites what others printed of the same week, a city's figures their source, and a funder's report what others
    // published, with a link to read it.
    const cites = /^(?:report|organiser-impact|context|funding-(?:report|quotes))/.test(page);
    const addresses = elementsOf(parse(show())).flatMap(({ name, attributes }) => [
      cites && name === 'a' && attributes['href']?.startsWith('https://') ? undefined : attributes['href'],
      attributes['action'],
      attributes['src'],
    ]);
    for (const address of addresses) expect(address ?? '/').toMatch(/^(?:\/(?!\/)|#|mailto:|tel:)/);
  });

  it.each(every)('has no sentence longer than 25 words: $name', ({ show }) => {
    const sentences = elementsOf(parse(show()))
      .filter(({ name }) => ['p', 'li', 'h1', 'h2', 'h3', 'label', 'legend', 'caption'].includes(name))
      .flatMap(({ text }) => text.split(/(?<=[.!?:])\s+/));
    expect(sentences.filter((sentence) => plain(sentence).split(' ').length > 25)).toEqual([]);
  });

  it.each(every)('never shows a code, a placeholder or an empty value: $name', ({ show }) => {
    const text = textOf(parse(show()), ['head', 'script']);
    expect(text).not.toMatch(/\b(?:undefined|null|NaN|\[object|special-in-school|arts-media|year[1-6]\b|2025-\d\d-\d\d-[ap]m)/);
  });
});

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

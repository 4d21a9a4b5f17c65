import { parse } from 'parse5';
import { expect, it } from 'vitest';
import { brotliDecompressSync } from 'node:zlib';
import { galleryMail, galleryPages } from '#test/browser/gallery-pages.ts';
import { assetContent } from '#web/asset-content.generated.ts';
import { page } from '#web/layout.ts';
import { html } from '#web/html.ts';
import { journeyPages } from './journey-pages.ts';
import { elementsOf } from './page-text.ts';

// What says “this is the government’s own site”: its font, its crown and crest, its word mark and its header.
const marks =
  /gds[ -]?transport|crest|crown|logotype|govuk-header\b|govuk-footer|rebrand|crown copyright|open government licence/i;
const every = Object.entries({ ...journeyPages, ...galleryPages, mail: galleryMail }).map(([name, show]) => ({ name, show }));

/** All that could carry the identity: classes, images, styles, icons and the names of the header; never what a sentence says. */
function marksOf(document: string): string[] {
  return elementsOf(parse(document)).flatMap(({ name, attributes, text }) => {
    const carried = ['class', 'src', 'href', 'content', 'style', 'd', 'id'].map((attribute) => attributes[attribute] ?? '');
    const drawn = name === 'svg' || name === 'title' ? [text] : [];
    return [...carried, ...drawn].filter((one) => marks.test(one));
  });
}

it.each(every)('has nothing of the government’s own identity: $name', ({ show }) => {
  expect(marksOf(show())).toEqual([]);
});

it.each(Object.keys(assetContent))('has nothing of it in the asset %s', (name) => {
  const content = brotliDecompressSync(Buffer.from(assetContent[name] ?? '', 'base64')).toString();
  expect(content.match(new RegExp(marks, 'gi')) ?? []).toEqual([]);
  expect(content).not.toMatch(/@font-face|woff|#1d70b8/i);
});

it('would be noticed', () => {
  const bad = html`<svg class="govuk-logo-crown"><title>GOV.UK logotype</title></svg><footer class="govuk-footer"></footer>`;
  expect(marksOf(page({ title: 'Bad', body: bad })).length).toBe(4);
});

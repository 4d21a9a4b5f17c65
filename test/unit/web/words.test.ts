import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import { retext } from 'retext';
import retextReadability from 'retext-readability';
import { describe, expect, it } from 'vitest';
import { galleryPages } from '#test/browser/gallery-pages.ts';
import { isHtml } from '#web/html.ts';
import { content } from '#web/languages.ts';
import { childrenPrivacyPage } from '#web/trust/page.ts';
import { pupilPages } from './class-pages.ts';
import { journeyPages } from './journey-pages.ts';
import { textOf } from './page-text.ts';

type Node = DefaultTreeAdapterTypes.Node;
const every = Object.entries({ ...journeyPages, ...galleryPages }).map(([name, show]) => ({ name, show }));
const prose = new Set(['p', 'li', 'h1', 'h2', 'h3', 'label', 'legend', 'caption', 'dd', 'td', 'summary']);

/** What a page says, piece by piece; wording that a regulation fixes is left out. */
function said(node: Node): string[] {
  if ('attrs' in node && node.attrs.some(({ name }) => name === 'data-fixed-wording')) return [];
  if ('tagName' in node && prose.has(node.tagName)) return [textOf(node).replace(/\s+/g, ' ').trim()];
  return 'childNodes' in node ? node.childNodes.flatMap(said) : [];
}

/**
 * Words that every reader of a page knows, however many syllables they have: the programme's own, and the names of things and
 * people made up for the tests. The formulas count syllables and letters, so these stand as a word that costs nothing.
 */
const known =
  /\b(?:organisations?|organisers?|registrations?|register(?:ed)?|volunteers?|programmes?|events?|emails?|surveys?|safeguarding|accessibility|privacy|information|teachers?|coordinators?|websites?|JavaScript|sessions?|editions?|answer(?:s|ed)?|colleagues?|telephone|strongly (?:dis)?agree)\b|(?:Larkford|Fictional|Alder|Bramble)[\p{L}\d ]*?(?=[.,:;?)]|$)|\S+@\S+/giu;

/** The sentences of a page that are harder to read than people of an age can read, by most of seven formulas. */
async function tooHard(document: string, age: number): Promise<string[]> {
  const judge = retext().use(retextReadability, { age, minWords: 6, threshold: 5 / 7 });
  const whole = said(parse(document)).filter((piece) => /[.?!]$/.test(piece));
  const judged = await Promise.all(whole.map(async (piece) => judge.process(piece.replace(known, 'school'))));
  return judged.flatMap(({ messages }) => messages.map(({ actual }) => actual ?? ''));
}

/** Words of offices and sales people, and what to write instead. */
const banned = {
  'please note': '(leave it out)',
  'in order to': 'to',
  utilise: 'use',
  leverage: 'use',
  'click here': '(say what the link is)',
  'prior to': 'before',
  'in the event of': 'if',
  'with regard to': 'about',
  regarding: 'about',
  commence: 'start',
  terminate: 'end',
  facilitate: 'help',
  ascertain: 'find out',
  endeavour: 'try',
  'at this moment in time': 'now',
  'going forward': '(leave it out)',
  stakeholder: '(say who)',
  'best practices': '(say which)',
  seamless: '(leave it out)',
  robust: '(leave it out)',
  simply: '(leave it out)',
  'invalid input': '(say what to enter)',
  oops: '(say what happened)',
  whilst: 'while',
  amongst: 'among',
  'e.g.': 'for example',
  'i.e.': 'that is',
  'and/or': 'or',
} as const;

function bannedIn(text: string): string[] {
  const low = text.toLowerCase();
  return Object.keys(banned).filter((words) => new RegExp(`(?<!\\p{L})${words.replaceAll('.', '\\.')}`, 'u').test(low));
}

describe('the words of every page', () => {
  it.each(every)('can be read at eleven: $name', async ({ show }) => {
    expect(await tooHard(show(), 11)).toEqual([]);
  });

  it.each(every)('come in sentences of at most 25 words: $name', ({ show }) => {
    const sentences = said(parse(show())).flatMap((piece) => piece.split(/(?<=[.!?:])\s+/));
    expect(sentences.filter((sentence) => sentence.split(' ').length > 25)).toEqual([]);
  });

  it.each(every)('are none of an office’s: $name', ({ show }) => {
    expect(bannedIn(said(parse(show())).join(' '))).toEqual([]);
  });
});

describe('the words that stand ready, shown or not', () => {
  const sentencesIn = (words: unknown): string[] => {
    if (typeof words === 'string') return words.split(/(?<=[.!?:])\s+/);
    return typeof words === 'object' && words !== null && !isHtml(words) ? Object.entries(words).flatMap(ofKey) : [];
  };
  // Wording that a regulation fixes stands under a key that says so.
  const ofKey = ([key, words]: [string, unknown]) => (key.endsWith('Fixed') ? [] : sentencesIn(words));

  it.each(Object.entries(content.en))('are short and plain: %s', (_, words) => {
    const sentences = sentencesIn(words);
    expect(sentences.length).toBeGreaterThan(3);
    expect(sentences.filter((one) => one.split(' ').length > 25 || bannedIn(one).length > 0)).toEqual([]);
  });
});

it('children can read their privacy notice at seven', async () => {
  expect(await tooHard(childrenPrivacyPage(), 7)).toEqual([]);
});

it.each(Object.entries(pupilPages).filter(([name]) => !/closed|all-in/.test(name)))(
  'children can read their questions at seven: %s',
  async (_, show) => {
    expect(await tooHard(show(), 7)).toEqual([]);
  },
);

it('the judge finds a sentence that is too hard, and leaves alone one whose wording is fixed', async () => {
  const hard = 'Participating institutions must demonstrate satisfactory compliance with applicable administrative requirements.';
  expect(await tooHard(`<p>${hard}</p>`, 11)).toEqual([hard]);
  expect(await tooHard(`<p data-fixed-wording>${hard}</p>`, 11)).toEqual([]);
});

it('the judge finds an office’s words', () => {
  expect(bannedIn('Please note that we utilise cookies, e.g. one.')).toEqual(['please note', 'utilise', 'e.g.']);
  expect(bannedIn('We are not robustly simple')).toEqual(['robust']);
});

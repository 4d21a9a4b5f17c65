/** Marks text that is HTML already. A symbol, so that nothing parsed from JSON can carry it. */
const mark: unique symbol = Symbol('html');

/** A piece of HTML that is safe to put in a page as it is. Only `html` and `raw` make one. */
export type Html = { readonly [mark]: string };

/** What may stand in a hole of an `html` template. `undefined`, `null` and `false` leave nothing behind. */
export type HtmlValue = Html | string | number | null | undefined | false | readonly HtmlValue[];

/**
 * HTML from a template: every value is escaped unless it is `Html`, lists are joined. Throws for a template with a
 * value where escaping cannot protect: an attribute without quotes, a script, a style or a comment; and for a plain
 * value inside a tag but outside quotes, or marked HTML inside quotes.
 */
export function html(strings: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  const places = placesIn(strings);
  let text = strings[0] ?? '';
  for (const [index, value] of values.entries()) text += written(value, places[index]) + (strings[index + 1] ?? '');
  return { [mark]: text };
}

/** Trusted HTML, such as a constant of ours. Never for anything that a person or another system wrote. */
export function raw(trusted: string): Html {
  return { [mark]: trusted };
}

/** The characters of a piece of HTML. */
export function render(piece: Html): string {
  return piece[mark];
}

/** Whether a value is marked as HTML. */
export function isHtml(value: unknown): value is Html {
  return typeof value === 'object' && value !== null && mark in value;
}

function written(value: HtmlValue, place: Place | undefined): string {
  if (value === undefined || value === null || value === false) return '';
  if (typeof value === 'string' || typeof value === 'number') {
    if (place === 'tag') throw new Error('a plain value stands in a tag, outside quotes');
    return escape(String(value));
  }
  if (!isHtml(value)) return value.map((item) => written(item, place)).join('');
  if (place === 'quoted') throw new Error('marked HTML stands inside an attribute');
  return value[mark];
}

function escape(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, (character) => entities[character] ?? '') : text;
}
const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

type Place = 'text' | 'quoted' | 'tag';
// A template's strings are one object for ever, so each template is checked once.
const known = new WeakMap<TemplateStringsArray, readonly Place[]>();

function placesIn(strings: TemplateStringsArray): readonly Place[] {
  let places = known.get(strings);
  if (!places) {
    places = strings.slice(0, -1).map((_, index) => placeAfter(strings.slice(0, index + 1).join('x')));
    known.set(strings, places);
  }
  return places;
}

const tagSoFar = '<[/a-z](?:[^"\'>]|"[^"]*"|\'[^\']*\')*';
const inQuotes = new RegExp(`${tagSoFar}=\\s*(?:"[^"]*|'[^']*)$`, 'i');
const inTag = new RegExp(`(?:</?|${tagSoFar})$`, 'i');

function placeAfter(template: string): Place {
  const before = template.replace(/<!--.*?-->/gs, '');
  if (before.includes('<!--')) throw new Error('a value stands in a comment');
  if (/<(script|style)\b(?:[^"'>]|"[^"]*"|'[^']*')*>(?:(?!<\/\1).)*$/is.test(before))
    throw new Error('a value stands in a script or style');
  if (inQuotes.test(before)) return 'quoted';
  if (/=\s*$/.test(before)) throw new Error('a value follows = without a quote');
  return inTag.test(before) ? 'tag' : 'text';
}

/** A number in a sentence, with what the words around it make of it. */
export type NumberRead = {
  readonly text: string;
  readonly at: number;
  readonly value: number;
  readonly decimals: number;
  readonly unit: 'percent' | 'points' | 'plain';
  readonly bound: 'exact' | 'over' | 'nearly' | 'about' | 'at-most';
};

const fractions: Readonly<Record<string, number>> = {
  half: 50,
  'a third': 100 / 3,
  'one third': 100 / 3,
  'two thirds': 200 / 3,
  'a quarter': 25,
  'three quarters': 75,
};
const small = ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const unitsAfter = String.raw`\s?(%|per cent|percent(?!age)|percentage points?|points?)?(\+)?`;
const digits = new RegExp(String.raw`(?<![\w.,–-])(\d[\d,]*(?:\.\d+)?)${unitsAfter}(?![\w])`, 'g');
const inWords = new RegExp(String.raw`\b(${[...Object.keys(fractions), ...small].join('|')})\b${unitsAfter}`, 'g');

/** Numbers that name something rather than count it: years, ages, dates, year groups, versions, points of the scale. */
const label = new RegExp(
  [
    String.raw`\b(?:in|since|from|to|of|until|between|and|than in|week|year|edition|for)?\s*(?:19|20)\d\d\b(?!\s*(?:pupils|schools|children))`,
    String.raw`\b(?:years?|ages?|aged|key stage|ks|version|edition|grade|class|answers?|chose) \d+(?:\s?(?:–|-|to|and)\s?\d+)?`,
    String.raw`\b\d{1,2}(?:st|nd|rd|th)\b`,
    String.raw`\b\d{1,2}(?:\s?(?:–|-|to)\s?\d{1,2})? (?:january|february|march|april|may|june|july|august|september|october|november|december)\b`,
    String.raw`\b\d+ (?:is|means) “`,
    String.raw`\bout of (?:5|five)\b`,
    String.raw`\bone (?:school|child|of)\b`,
  ].join('|'),
  'g',
);

/** A sentence as it is read: lower case, plain quotes and spaces. */
export function plain(sentence: string): string {
  return sentence.replace(/\s+/g, ' ').replace(/[’]/g, "'").toLowerCase().trim();
}

/** The numbers that a sentence claims, in order. Takes what `plain` gives. */
export function numbersIn(sentence: string): NumberRead[] {
  const labels = [...sentence.matchAll(label)].map((match) => [match.index, match.index + match[0].length] as const);
  const named = (at: number, end: number) => labels.some(([from, to]) => at >= from && end <= to);
  const read = [...sentence.matchAll(digits)].map((match) => {
    const [text, number = '', unit, plus] = match;
    const value = Number(number.replaceAll(',', ''));
    return numberAt(sentence, { text, at: match.index, value, decimals: (number.split('.')[1] ?? '').length, unit, plus });
  });
  const spelt = [...sentence.matchAll(inWords)].map((match) => {
    const [text, word = '', unit] = match;
    const share = fractions[word];
    const value = share ?? small.indexOf(word) + 2;
    const number = numberAt(sentence, {
      text,
      at: match.index,
      value,
      decimals: 0,
      unit: share === undefined ? unit : '%',
      plus: undefined,
    });
    return share !== undefined && number.bound === 'exact' ? { ...number, bound: 'about' as const } : number;
  });
  return [...read, ...spelt]
    .filter(({ at, text }) => !named(at, at + text.replace(/\D+$/, '').length))
    .sort((a, b) => a.at - b.at);
}

type Found = {
  readonly text: string;
  readonly at: number;
  readonly value: number;
  readonly decimals: number;
  readonly unit: string | undefined;
  readonly plus: string | undefined;
};

function numberAt(sentence: string, { unit, plus, ...found }: Found): NumberRead {
  const before = sentence.slice(Math.max(0, found.at - 20), found.at);
  return { ...found, text: found.text.trim(), unit: unitOf(unit), bound: plus ? 'over' : boundBefore(before) };
}

function unitOf(unit: string | undefined): NumberRead['unit'] {
  if (unit === undefined) return 'plain';
  return unit.includes('point') ? 'points' : 'percent';
}

function boundBefore(before: string): NumberRead['bound'] {
  if (/\b(?:over|more than|at least|above)\s*$/.test(before)) return 'over';
  if (/\b(?:nearly|almost|just under)\s*$/.test(before)) return 'nearly';
  if (/\b(?:about|around|roughly|some)\s*$/.test(before)) return 'about';
  if (/\b(?:fewer than|less than|under|up to|at most|below)\s*$/.test(before)) return 'at-most';
  return 'exact';
}

/**
 * Whether a number in a sentence is true of a value: equal once rounded as finely as the sentence does; “over” from half of
 * the value up to it; “nearly” from a tenth above; “about” a twentieth either way, “at most” down to half of it.
 */
export function isTrueOf(
  { value: said, decimals, bound }: Pick<NumberRead, 'value' | 'decimals' | 'bound'>,
  value: number,
): boolean {
  const scale = 10 ** decimals;
  const equal = Math.abs(Math.round(value * scale + 1e-9) / scale - said) < 1e-9;
  if (bound === 'over') return value >= said && said >= value / 2;
  if (bound === 'nearly') return value < said && value >= said * 0.9;
  if (bound === 'about') return Math.abs(value - said) <= Math.max(said * 0.05, 0.5);
  if (bound === 'at-most') return value <= said && value >= said / 2;
  return equal;
}

/** The clauses of a sentence, each with where it begins. A comma within a number does not part clauses. */
export function clausesOf(sentence: string): { readonly at: number; readonly text: string }[] {
  const clauses: { at: number; text: string }[] = [];
  let at = 0;
  for (const match of sentence.matchAll(
    /(?<!\d),|,(?!\d)|[;:.](?!\d)| while | whereas | but |(?<!between [\d.,]+) and (?=[^,;]*\d)/g,
  )) {
    clauses.push({ at, text: sentence.slice(at, match.index) });
    at = match.index + match[0].length;
  }
  return [...clauses, { at, text: sentence.slice(at) }].filter(({ text }) => text.trim() !== '');
}

import { schoolJson } from '../larkford.ts';
import { type BadCase, badSchool, canary, rawJson } from './case.ts';

const good = JSON.stringify(schoolJson());
const inside = good.slice(0, -1);
/** Good JSON with one text in it replaced by another. */
const swap = (from: string, to: string) => {
  if (!good.includes(from)) throw new Error(`the example has no ${from}`);
  return good.replace(from, to);
};

/** Texts that are not the JSON object we ask for. */
export const jsonShapeCases: readonly BadCase[] = [
  rawJson('a comma too many', `${inside},}`, 400, 'not-json'),
  rawJson('a comment', `${inside}/* ${canary} */}`, 400, 'not-json'),
  rawJson('a line comment', `// ${canary}\n${good}`, 400, 'not-json'),
  rawJson('single quotes', good.replaceAll('"', "'"), 400, 'not-json'),
  rawJson('a key without quotes', swap('"urn"', 'urn'), 400, 'not-json'),
  rawJson('NaN', swap('"year4":30', '"year4":NaN'), 400, 'not-json'),
  rawJson('Infinity', swap('"year4":30', '"year4":Infinity'), 400, 'not-json'),
  rawJson('undefined', swap('"year4":30', '"year4":undefined'), 400, 'not-json'),
  rawJson('a number in hexadecimal', swap('"year4":30', '"year4":0x1E'), 400, 'not-json'),
  rawJson('a number with a leading zero', swap('"year4":30', '"year4":030'), 400, 'not-json'),
  rawJson('a number with a plus sign', swap('"year4":30', '"year4":+30'), 400, 'not-json'),
  rawJson('a number beyond all measure', swap('"year4":30', '"year4":1e999'), 422, 'invalid', { at: 'cohorts.year4' }),
  rawJson('minus zero and nothing else', swap('"year4":30,"year5":28', '"year4":-0'), 422, 'invalid', { at: 'cohorts' }),
  rawJson('an integer that no number holds', swap('"year4":30', '"year4":9007199254740993'), 422, 'invalid', {
    at: 'cohorts.year4',
  }),
  rawJson('a number of a thousand digits', swap('"year4":30', `"year4":${'9'.repeat(1000)}`), 422, 'invalid', {
    at: 'cohorts.year4',
  }),
  rawJson('half of it', good.slice(0, good.length / 2), 400, 'not-json'),
  rawJson('two objects', `${good}${good}`, 400, 'not-json'),
  rawJson('something after the end', `${good}x`, 400, 'not-json'),
  rawJson('nothing but space', ' \n\t ', 400, 'not-json'),
  rawJson('a NUL before it', `\u0000${good}`, 400, 'not-json'),
  rawJson('a line break within a string', swap('A. Fictional', 'A.\nFictional'), 400, 'not-json'),
  rawJson('an unknown escape', swap('A. Fictional', 'A\\x41'), 400, 'not-json'),
  rawJson('a hole in an array', swap('"roles":[', '"roles":[,'), 400, 'not-json'),
  rawJson('null', 'null', 400, 'not-json'),
  rawJson('an array', `[${good}]`, 400, 'not-json'),
  rawJson('a string', JSON.stringify(canary), 400, 'not-json'),
  rawJson('a number', '900001', 400, 'not-json'),
  rawJson('true', 'true', 400, 'not-json'),
  rawJson('an object with nothing in it', '{}', 422, 'invalid', { at: 'urn' }),
  rawJson('the same key twice', `${inside},"urn":"900002"}`, 400, 'duplicate-key'),
  rawJson('the same key twice, one of them escaped', `${inside},"\\u0075rn":"900002"}`, 400, 'duplicate-key'),
  rawJson('the same key twice, further in', swap('"name":', '"name":"Other","name":'), 400, 'duplicate-key'),
  rawJson('__proto__', `${inside},"__proto__":{"status":"${canary}"}}`, 400, 'not-json'),
  rawJson('__proto__ further in', swap('"contact":{', '"contact":{"__proto__":{"admin":true},'), 400, 'not-json'),
  badSchool('constructor', 'body', { constructor: { prototype: { admin: true } } }),
  badSchool('toJSON', 'body', { toJSON: canary }),
  badSchool('hasOwnProperty', 'body', { hasOwnProperty: 1 }),
  badSchool('a key without a name', 'body', { '': canary }),
  badSchool('a key of 60,000 characters', 'body', { [canary.repeat(6000)]: 1 }),
  badSchool('a key with control characters', 'body', { [`\u0000\u001b[31m${canary}`]: 1 }),
  rawJson(
    '201 keys',
    JSON.stringify(Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`${canary}${index}`, 1]))),
    400,
    'too-many-fields',
  ),
  rawJson('an array of 5,000', swap('"roles":["host"', `"roles":[${'0,'.repeat(5000)}"host"`), 400, 'too-many-fields'),
  rawJson('nine levels', nested(9), 400, 'too-deep'),
  rawJson('a hundred levels', nested(100), 400, 'too-deep'),
  rawJson('10,000 levels of arrays', `{"urn":${'['.repeat(10_000)}${']'.repeat(10_000)}}`, 400, 'too-deep'),
  rawJson('30,000 levels that never end', '['.repeat(30_000), 400, 'not-json'),
  // On these a careless pattern takes seconds.
  rawJson('32,000 escaped quotes outside a string', '\\"'.repeat(32_000), 400, 'not-json'),
  rawJson('32,000 quotes', '"'.repeat(32_001), 400, 'not-json'),
];

function nested(levels: number): string {
  return `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
}

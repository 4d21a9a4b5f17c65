import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { canary, changed, paths } from './bad-inputs/case.ts';
import { payloads } from './bad-inputs/payloads.ts';
import { organisationJson, volunteerJson } from './bad-inputs/types.ts';
import { edition, type Larkford, organisationForm, schoolForm, schoolJson, startLarkford } from './larkford.ts';

let larkford: Larkford;
beforeAll(async () => {
  larkford = await startLarkford();
});
afterAll(() => larkford.stop());

/** Bodies for each form in one run; a failure prints the seed that repeats it. */
const bodies = 120;

const examples = [
  [paths.register, schoolJson({ wishes: 'None', accessNeeds: 'None' })],
  [paths.organisations, organisationJson],
  [paths.volunteers, volunteerJson],
] as const;

/** Texts near what people and attackers type. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    ...Object.values(payloads),
    '',
    ' ',
    '\u0000',
    '\ud800',
    '\u202e',
    canary,
    'null',
    '1e999',
    '2025-03-10-am',
    '2025-02-30-pm',
    'host',
    'a@b.example',
  ),
  fc.nat({ max: 5000 }).map((length) => 'x'.repeat(length)),
);
const value: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(text, { maxLength: 5 }),
  fc.jsonValue({ maxDepth: 4 }),
);

/** All dotted paths of an object, lists as one. */
function pathsOf(one: object, prefix = ''): string[] {
  return Object.entries(one).flatMap(([name, inner]) => {
    const path = `${prefix}${name}`;
    return typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? [path, ...pathsOf(inner, `${path}.`)] : [path];
  });
}

/** The example with up to three of its fields changed, removed or added. */
function mutant(example: object): fc.Arbitrary<object> {
  const field = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...pathsOf(example)) },
    { weight: 1, arbitrary: fc.string({ maxLength: 10 }) },
  );
  const change = fc.tuple(field, fc.oneof({ weight: 6, arbitrary: value }, { weight: 1, arbitrary: fc.constant(undefined) }));
  return fc
    .array(change, { minLength: 1, maxLength: 3 })
    .map((changes) => changes.reduce((body, [path, to]) => changed(body, { [path]: to }), example));
}

/** Texts that are near JSON: cut, doubled, or with a character in the wrong place. */
function broken(json: string): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat({ max: json.length }), fc.nat({ max: 12 }), fc.string({ unit: 'binary', maxLength: 4 }))
    .map(([at, length, inserted]) => json.slice(0, at) + inserted + json.slice(at + length));
}

/** Sends it; gives what is wrong with the answer, if anything. */
async function send(path: string, contentType: string, body: string): Promise<string> {
  const response = await fetch(`${larkford.system.origin}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': contentType, accept: 'application/json' },
    body,
  });
  const answer = await response.text();
  if (response.status >= 500) return `answered ${response.status}`;
  if (response.status < 400) return '';
  if (!/"code":"[a-z0-9-]+"/.test(answer)) return 'a problem without a code';
  return answer.includes(canary) ? 'an echo' : '';
}

describe.each(examples)('generated bodies for %s', (path, example) => {
  /** The first answer that is not right, made as small as it goes, with the seed that repeats it; or nothing. */
  async function wrongAnswer(arbitrary: fc.Arbitrary<string>, contentType: string): Promise<string> {
    const property = fc.asyncProperty(arbitrary, async (body) => (await send(path, contentType, body)) === '');
    const run = await fc.check(property, { numRuns: bodies });
    return run.failed ? (fc.defaultReportMessage(run) ?? 'failed') : '';
  }

  test('JSON that is nearly right never makes a failure of ours', async () => {
    expect(
      await wrongAnswer(
        mutant(example).map((body) => JSON.stringify(body)),
        'application/json',
      ),
    ).toBe('');
  });

  test('texts that are nearly JSON never make one', async () => {
    expect(await wrongAnswer(broken(JSON.stringify(example)), 'application/json')).toBe('');
  });

  test('any JSON never makes one', async () => {
    expect(await wrongAnswer(fc.json({ maxDepth: 12 }), 'application/json')).toBe('');
  });

  test('forms that are nearly right never make one', async () => {
    const fields = Object.entries(path === paths.organisations ? organisationForm() : schoolForm());
    const field = fc.oneof(fc.constantFrom(...fields.map(([name]) => name)), fc.string({ maxLength: 12 }));
    const form = fc.array(fc.tuple(field, text), { maxLength: 4 }).map((changes) => {
      const body = new URLSearchParams();
      for (const [name, one] of fields) body.append(name, String(one));
      for (const [index, [name, to]] of changes.entries()) {
        if (index % 2 === 0) body.set(name, to);
        else body.append(name, to);
      }
      return body.toString();
    });
    expect(await wrongAnswer(form, 'application/x-www-form-urlencoded')).toBe('');
  });

  test('anything at all sent as a form never makes one', async () => {
    expect(await wrongAnswer(fc.string({ unit: 'binary', maxLength: 200 }), 'application/x-www-form-urlencoded')).toBe('');
  });
});

describe('generated addresses', () => {
  test('never make a failure of ours', async () => {
    const part = fc.oneof(
      fc.constantFrom(
        'editions',
        edition,
        'schools',
        'register',
        'l',
        'my',
        'organiser',
        'assets',
        '..',
        '%00',
        '%2F',
        '%23',
        '%zz',
      ),
      fc.string({ unit: 'binary', maxLength: 8 }).map((raw) => encodeURIComponent(raw.toWellFormed())),
    );
    const address = fc
      .tuple(fc.array(part, { maxLength: 5 }), fc.string({ maxLength: 20 }))
      .map(([parts, query]) => `/${parts.join('/')}?q=${encodeURIComponent(query)}`);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('GET', 'POST', 'HEAD', 'PUT', 'OPTIONS'), address, async (method, at) => {
        const response = await fetch(`${larkford.system.origin}${at}`, {
          method,
          redirect: 'manual',
          headers: { accept: 'text/html' },
        });
        await response.arrayBuffer();
        expect(response.status).toBeLessThan(500);
      }),
      { numRuns: bodies },
    );
  });
});

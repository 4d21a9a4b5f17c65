import { parse } from 'parse5';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { handler } from '#functions/http/site.ts';
import { programmeForm } from '#shared/domain/programme.ts';
import { contrastOf } from '#shared/kernel/colour.ts';
import { assetContent } from '#web/asset-content.generated.ts';
import { assetNames } from '#web/asset-names.generated.ts';
import { html } from '#web/html.ts';
import { page } from '#web/layout.ts';
import { themePath, themeStyle } from '#web/theme-style.ts';
import { themeOf } from '#web/theme.ts';
import { programme } from './examples.ts';
import { elementsOf } from './page-text.ts';
import { siteEvent } from './site-event.ts';

const { version: _, ...form } = programme;
const sheets = (document: string) =>
  elementsOf(parse(document)).flatMap(({ attributes }) => (attributes['rel'] === 'stylesheet' ? [attributes['href']] : []));

describe('the colour of a programme', () => {
  it.each(['#0b5563', '#000000', '#767676', '#AA0000'])('is taken when white text can be read on it: %s', (colour) => {
    expect(programmeForm.safeParse({ ...form, colour }).success).toBe(true);
  });

  it.each(['#777777', '#ffffff', '#ffdd00', '#00a3a3'])('is refused in words when it cannot: %s', (colour) => {
    const { error } = programmeForm.safeParse({ ...form, colour });
    expect(error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['colour', 'Choose a darker colour: white text on this one is hard to read'],
    ]);
  });

  it.each(['red', '0b5563', '#0b556', '#0b5563;}', 'url(x)'])('is refused when it is none: %s', (colour) => {
    const { error } = programmeForm.safeParse({ ...form, colour });
    expect(error?.issues.map(({ message }) => message)).toEqual([
      'Enter a colour as # and six digits or letters from a to f, like #0b5563',
    ]);
  });

  it('is a style of its own after the common one, and needs none to be left out', () => {
    const coloured = page({ title: 'Page', body: html``, theme: themeOf({ ...programme, colour: '#AA0000' }) });
    expect(sheets(coloured)).toEqual([expect.stringContaining('/assets/styles-'), '/assets/theme-aa0000.css']);
    expect(sheets(page({ title: 'Page', body: html``, theme: themeOf(programme) }))).toHaveLength(1);
  });

  it('is served for ever, by its address alone', async () => {
    const { statusCode, headers, body } = await handler(
      siteEvent('GET /assets/{name}', themePath('#AA0000'), { name: 'theme-aa0000.css' }),
    );
    expect([statusCode, headers?.['content-type'], headers?.['cache-control']]).toEqual([
      200,
      'text/css; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
    expect(Buffer.from(body ?? '', 'base64').toString()).toContain('--app-header-background:#aa0000');
  });

  it.each(['theme-777777.css', 'theme-AA0000.css', 'theme-aa00.css', 'theme-aa0000.css}x', 'theme-.css'])(
    'has no style named %s',
    (name) => {
      expect(themeStyle(name)).toBeUndefined();
    },
  );
});

describe('the header’s own colours', () => {
  const styles = brotliDecompressSync(Buffer.from(assetContent[assetNames.styles] ?? '', 'base64')).toString();
  const grounds = [...styles.matchAll(/--app-header-background:\s*(#[0-9a-f]{6})/g)].map(([, colour = '']) => colour);

  it('carry white text in light and in dark', () => {
    expect(grounds).toHaveLength(2);
    for (const ground of grounds) expect(contrastOf(ground, '#ffffff')).toBeGreaterThanOrEqual(4.5);
  });
});

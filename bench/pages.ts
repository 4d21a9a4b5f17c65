import { brotliDecompressSync, gzipSync } from 'node:zlib';
import { edition, halfDays, programme, school } from '#test/unit/web/examples.ts';
import { assetContent } from '#web/asset-content.generated.ts';
import { assetNames } from '#web/asset-names.generated.ts';
import { html } from '#web/html.ts';
import { page } from '#web/layout.ts';
import { organisationSignUpPage } from '#web/organisations/page.ts';
import { registerPage } from '#web/schools/page.ts';
import { editionPage, startPage } from '#web/start/page.ts';
import { themePath, themeStyle } from '#web/theme-style.ts';
import { themeOf } from '#web/theme.ts';
import { volunteerSignUpPage } from '#web/volunteers/page.ts';
import { type Figure, quantile } from './figures.ts';

const coloured = { ...programme, colour: '#5a2d82' };
const setting = { programme: coloured, edition };
const form = { ...setting, halfDays, requestKey: 'request-key-0001' };

/** The pages that people meet first, the heaviest forms among them. */
const firstPages: Readonly<Record<string, () => string>> = {
  start: () => startPage({ editions: [setting] }),
  edition: () => editionPage({ ...setting, published: true, figures: true, signUp: 'open' }),
  register: () => registerPage({ ...form, school }),
  'organisation sign-up': () => organisationSignUpPage(form),
  'volunteer sign-up': () => volunteerSignUpPage({ ...form, organisation: undefined }),
};

/** What a first view weighs, and how long the registration form takes to render, as a multiple of an empty page. */
export async function measurePages(quick: boolean): Promise<readonly Figure[]> {
  const styles = gzipped(assetText(assetNames.styles));
  const script = gzipped(assetText(assetNames.script));
  const rest =
    gzipped(assetText(assetNames.icon)) + gzipped(themeStyle(themePath(coloured.colour).replace('/assets/', '')) ?? '');
  const views = Object.entries(firstPages).map(([name, show]) => ({
    name: `first view: ${name}`,
    value: (gzipped(show()) + styles + script + rest) / 1024,
    unit: 'KB',
    ceiling: 30,
    note: 'page, styles, script, icon and colour, by gzip',
  }));
  return [
    ...views,
    { name: 'script of all pages', value: script / 1024, unit: 'KB', ceiling: 15, note: 'by gzip' },
    renderFigure(quick ? 200 : 2000),
  ];
}

function renderFigure(rounds: number): Figure {
  const empty = () => page({ title: 'Empty', body: html``, theme: themeOf(coloured) });
  const full = () => registerPage({ ...form, school });
  const times: { empty: number; full: number }[] = [];
  for (let round = 0; round < rounds; round += 1) times.push({ empty: timeOf(empty), full: timeOf(full) });
  const ofEmpty = quantile(
    times.map((one) => one.empty),
    0.5,
  );
  const ofFull = quantile(
    times.map((one) => one.full),
    0.5,
  );
  return {
    name: 'rendering the registration form / an empty page',
    value: ofFull / ofEmpty,
    unit: '×',
    ceiling: 60,
    note: `${(ofFull * 1000).toFixed(0)} µs against ${(ofEmpty * 1000).toFixed(0)} µs, medians of ${rounds}`,
  };
}

function timeOf(render: () => string): number {
  const from = performance.now();
  render();
  return performance.now() - from;
}

function assetText(name: string): string {
  return brotliDecompressSync(Buffer.from(assetContent[name] ?? '', 'base64')).toString();
}

function gzipped(text: string): number {
  return gzipSync(text, { level: 9 }).length;
}

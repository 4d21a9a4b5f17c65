import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

/**
 * A headless Chromium: the one inside the registry package (Linux x64, with the libraries and fonts that a bare machine
 * lacks), or the installed one that `CHROME_PATH` names (needed on any other system). `further` are switches of its own.
 * The caller closes it.
 */
export async function launchBrowser(further: readonly string[] = []): Promise<Browser> {
  const installed = process.env['CHROME_PATH'];
  if (installed) return chromium.launch({ executablePath: installed, args: [...quiet, ...further] });
  const folder = await unpacked();
  return chromium.launch({
    executablePath: join(folder, 'chromium'),
    args: [...quiet, ...further, '--no-zygote', '--font-render-hinting=none'],
    env: { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_PATH: join(folder, 'fonts') },
  });
}

// No sandbox, since tests also run as root in containers; and nothing that calls out to the browser's maker.
const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The folder with the unpacked browser, made once per version. Test files run side by side, and the package takes a
 * half-written file for a whole one: so each unpacks into a folder of its own, and the first to finish gives it its name.
 */
async function unpacked(): Promise<string> {
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@sparticuz/chromium');
  const { version } = JSON.parse(await readFile(join(entry, '..', '..', 'package.json'), 'utf8'));
  const folder = join(tmpdir(), `aspirations-chromium-${String(version)}`);
  if (existsSync(folder)) return folder;
  const own = await mkdtemp(join(tmpdir(), 'aspirations-chromium-'));
  const libraries = join(entry, '..', '..', 'bin', 'al2023.tar.br');
  const program = `const { default: chromium, inflate } = await import(process.argv[1]); await chromium.executablePath(); await inflate(process.argv[2]);`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program, entry, libraries], {
    env: { ...process.env, TMPDIR: own },
  });
  await rename(own, folder).catch(() => rm(own, { recursive: true }));
  return folder;
}

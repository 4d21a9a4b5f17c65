// Runs before every documented command, on whatever Node the machine has (20 or later): installs the locked
// dependencies (Node 24 itself among them) when they are missing or older than the lockfile.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';

const root = new URL('.', import.meta.url);
const stamp = new URL('node_modules/.installed-lockfile', root);
const lockfile = createHash('sha256')
  .update(readFileSync(new URL('package-lock.json', root)))
  .digest('hex');

if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== lockfile) {
  console.log('Installing what is missing (about a minute the first time) …');
  const install = spawnSync('npm', ['ci', '--prefer-offline', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (install.status !== 0) {
    console.error('npm ci failed: see the lines above. Nothing was started.');
    process.exit(install.status ?? 1);
  }
  writeFileSync(stamp, lockfile);
}

import { resolve } from 'node:path';
import { instantOf } from '#shared/kernel/time.ts';
import { sendLeftOpen } from './left-open.ts';
import { freePort } from './processes.ts';
import { startLocalSystem } from './system.ts';

const { PORT = '3000', HOST = '127.0.0.1', DATA_DIR = '.data' } = process.env;

async function main(): Promise<void> {
  // Whoever read our output may go away; the system stays.
  process.stdout.on('error', () => undefined);
  const wanted = Number(PORT);
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535)
    throw new Error(`PORT is ${PORT}: give a number from 0 to 65535`);
  const port = await nextFreePort(wanted, HOST);
  if (wanted !== 0 && port !== wanted) console.log(`Port ${wanted} is taken; using ${port}.`);
  const startedAt = instantOf(new Date());
  const system = await startLocalSystem({ dataDir: DATA_DIR, host: HOST, port, seed: true });
  console.log(welcome(system.origin, resolve(DATA_DIR)));
  void sendLeftOpen(system, startedAt).catch(() => console.error('Mails left open could not be looked at; the sweeper will.'));

  let stopping = false;
  const stop = async (code: number) => {
    if (stopping) process.exit(code);
    stopping = true;
    await system.stop();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));
  void system.engine.ended.then(() => {
    if (stopping) return;
    console.error('The database engine ended unexpectedly. Nothing accepted is lost: start again.');
    void stop(1);
  });
}

async function nextFreePort(wanted: number, host: string): Promise<number> {
  if (wanted === 0) return freePort(0, host);
  for (let port = wanted; port < Math.min(wanted + 20, 65_536); port += 1) {
    if ((await freePort(port, host)) === port) return port;
  }
  return freePort(0, host);
}

function welcome(origin: string, data: string): string {
  return `
Aspirations runs at ${origin}

  The site          ${origin}/
  Mails it sent     ${origin}/inbox
  Its state         ${origin}/status
  As the organiser  ${origin}/sign-in   (choose a fictional organiser; no password)

Data is kept in ${data}. Ctrl-C stops everything.
`;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});

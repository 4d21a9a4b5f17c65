import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

/** A child that never outlives this process. */
export type Companion = {
  readonly pid: number;
  /** Resolves when it has ended, for whatever reason. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
};

// The shell holds one end of a pipe whose other end is ours: when we die, even by kill -9, it reads the end and stops the child.
const watcher = `exec 3<&0; "$@" 3<&- >&2 & pid=$!; echo $pid; (read -r _ <&3; kill $pid 2>/dev/null) & wait $pid`;

/** Starts a program that is stopped when this process ends, even by kill -9. Its output is thrown away. */
export async function startCompanion(program: string, args: readonly string[]): Promise<Companion> {
  const shell = spawn('/bin/sh', ['-c', watcher, 'companion', program, ...args], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  });
  const ended = once(shell, 'exit').then(() => undefined);
  const first = await Promise.race([once(shell.stdout, 'data'), once(shell, 'error'), ended]);
  const pid = Number(String(first?.[0]));
  if (!Number.isInteger(pid)) throw new Error(`${program} did not start`);
  shell.stdin.on('error', () => undefined);
  return {
    pid,
    ended: ended.then(() => {
      shell.stdin.destroy();
    }),
    async stop() {
      shell.stdin.end();
      await stopProcess(pid);
      await ended;
    },
  };
}

/** Ends a process by its id: asks first, insists after two seconds. Resolves when it is gone. */
export async function stopProcess(pid: number): Promise<void> {
  send(pid, 'SIGTERM');
  for (let waited = 0; isAlive(pid); waited += 5) {
    if (waited === 2000) send(pid, 'SIGKILL');
    await wait(5);
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It is gone already, which is what was wanted.
  }
}

/** Whether a process with this id lives and is not merely waiting to be collected by its parent. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return !/^State:\s+Z/m.test(readQuietly(`/proc/${pid}/status`));
}

/** The command line of a process, or an empty text when it cannot be known. */
export function commandOf(pid: number): string {
  const fromProc = readQuietly(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
  if (fromProc !== '') return fromProc;
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return '';
  }
}

function readQuietly(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** A port of this machine that nobody listens on at the moment; the preferred one if it is free. */
export async function freePort(preferred = 0, host = '127.0.0.1'): Promise<number> {
  const server = createServer();
  server.listen(preferred, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    if (preferred === 0) throw error;
    return freePort(0, host);
  }
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}

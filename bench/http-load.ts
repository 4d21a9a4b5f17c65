// A load generator in a process of its own: connections that each send the same bytes again as soon as they are answered.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import * as z from 'zod/mini';
import { answerParent } from './child.ts';
import { quantile } from './figures.ts';

const question = z.object({ port: z.int(), request: z.string(), connections: z.int(), seconds: z.number() });
type Question = z.infer<typeof question>;

answerParent(async (asked) => load(question.parse(asked)));

async function load({ port, request, connections, seconds }: Question) {
  const sockets = await Promise.all(Array.from({ length: connections }, () => open(port)));
  const length = await answerLength(sockets[0], request);
  const times: number[] = [];
  const until = performance.now() + seconds * 1000;
  const started = performance.now();
  await Promise.all(sockets.map((socket) => repeat(socket, request, { length, until, times })));
  const took = (performance.now() - started) / 1000;
  for (const socket of sockets) socket.destroy();
  return { perSecond: times.length / took, p99: quantile(times, 0.99) };
}

async function open(port: number): Promise<Socket> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  await once(socket, 'connect');
  return socket;
}

/** All answers are of the same length: counting bytes costs the generator next to nothing, parsing would. */
async function answerLength(socket: Socket | undefined, request: string): Promise<number> {
  if (!socket) throw new Error('no connection');
  socket.write(request);
  const [chunk] = await once(socket, 'data');
  const text = String(chunk);
  const body = Number(/\r\ncontent-length: (\d+)\r\n/i.exec(text)?.[1]);
  if (!text.startsWith('HTTP/1.1 200 ')) throw new Error(`the server answered ${text.slice(0, 12)}`);
  return text.indexOf('\r\n\r\n') + 4 + body;
}

type Run = { readonly length: number; readonly until: number; readonly times: number[] };

function repeat(socket: Socket, request: string, { length, until, times }: Run): Promise<void> {
  return new Promise((resolve, reject) => {
    let missing = length;
    let sent = performance.now();
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('the server closed a connection')));
    socket.on('data', (chunk: Buffer) => {
      missing -= chunk.length;
      if (missing > 0) return;
      const now = performance.now();
      times.push(now - sent);
      if (now >= until) {
        socket.removeAllListeners();
        return resolve();
      }
      missing = length;
      sent = now;
      socket.write(request);
    });
    socket.write(request);
  });
}

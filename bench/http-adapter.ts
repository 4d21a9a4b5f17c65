import * as z from 'zod/mini';
import { type Child, startChild } from './child.ts';
import { openEdition, usualForm } from './city.ts';
import { type Figure, quantile } from './figures.ts';
import { instantOf } from '#shared/kernel/time.ts';

const listening = z.object({ port: z.int() });
const loaded = z.object({ perSecond: z.number(), p99: z.number() });
type Loaded = z.infer<typeof loaded>;
type Who = 'adapter' | 'bare';

const browser = [
  'Host: 127.0.0.1',
  'User-Agent: Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
  'Accept: text/html,application/xhtml+xml;q=0.9,*/*;q=0.8',
  'Accept-Language: en-GB,en;q=0.9',
  'Accept-Encoding: gzip, deflate, br',
];

/** The local HTTP server with a function that does nothing, against bare node:http, by turns, loaded from another process. */
export async function measureHttpAdapter(quick: boolean): Promise<readonly Figure[]> {
  const servers = { adapter: startChild('http-servers.ts', ['adapter']), bare: startChild('http-servers.ts', ['bare']) };
  const generator = startChild('http-load.ts');
  try {
    const ports = { adapter: await portOf(servers.adapter), bare: await portOf(servers.bare) };
    const figures: Figure[] = [];
    for (const [name, request] of Object.entries(requests()))
      figures.push(...(await compare(name, request, { ports, generator, quick })));
    return figures;
  } finally {
    await Promise.all([servers.adapter.stop(), servers.bare.stop(), generator.stop()]);
  }
}

function requests() {
  const edition = openEdition('marlow-vale-http', instantOf(new Date()));
  const json = JSON.stringify(usualForm(edition, 0));
  const path = `/editions/${edition.edition}/schools`;
  return {
    GET: [`GET ${path}?q=fictional+primary HTTP/1.1`, ...browser, '', ''].join('\r\n'),
    POST: [
      `POST ${path}/register HTTP/1.1`,
      ...browser,
      'Content-Type: application/json',
      `Content-Length: ${Buffer.byteLength(json)}`,
      '',
      json,
    ].join('\r\n'),
  };
}

type Setting = { readonly ports: Readonly<Record<Who, number>>; readonly generator: Child; readonly quick: boolean };

async function compare(name: string, request: string, { ports, generator, quick }: Setting): Promise<Figure[]> {
  const runs: Record<Who, Loaded[]> = { adapter: [], bare: [] };
  const run = async (who: Who, seconds: number) =>
    loaded.parse(await generator.ask({ port: ports[who], request, connections: 20, seconds }));
  await run('adapter', quick ? 0.2 : 1);
  await run('bare', quick ? 0.2 : 1);
  for (let round = 0; round < (quick ? 1 : 3); round += 1) {
    for (const who of round % 2 === 0 ? (['adapter', 'bare'] as const) : (['bare', 'adapter'] as const)) {
      runs[who].push(await run(who, quick ? 0.5 : 4));
    }
  }
  const rate = (who: Who) =>
    quantile(
      runs[who].map(({ perSecond }) => perSecond),
      0.5,
    );
  const p99 = (who: Who) =>
    quantile(
      runs[who].map((one) => one.p99),
      0.5,
    );
  return [
    {
      name: `local HTTP adapter / bare node:http, ${name}`,
      value: rate('adapter') / rate('bare'),
      unit: '',
      floor: 0.5,
      note: `${Math.round(rate('adapter'))} against ${Math.round(rate('bare'))} requests/s, 20 connections`,
    },
    {
      name: `the same, p99, ${name}`,
      value: p99('adapter') / p99('bare'),
      unit: '',
      note: `${p99('adapter').toFixed(1)} against ${p99('bare').toFixed(1)} ms`,
    },
  ];
}

async function portOf(server: Child): Promise<number> {
  return listening.parse(await server.ask({})).port;
}

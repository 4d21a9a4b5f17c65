import type { IncomingMessage, ServerResponse } from 'node:http';
import * as z from 'zod/mini';
import { instant } from '#shared/kernel/time.ts';
import type { LocalClock } from './clock.ts';
import type { Before } from './http-server.ts';
import type { Inbox } from './inbox.ts';
import { answerInbox } from './inbox-pages.ts';
import { isOwnRequest, localStyle, reply, replyJson, smallBody } from './local-page.ts';
import type { Queues } from './queues.ts';
import type { BounceType, MailVerdict } from './ses.ts';
import type { Status } from './status.ts';
import { statusPage } from './status-page.ts';

type Tools = {
  readonly origin: string;
  readonly inbox: Inbox;
  readonly queues: Queues;
  readonly clock: LocalClock;
  readonly status: () => Promise<Status>;
  readonly runJob: (name: string) => Promise<unknown>;
  readonly settle: () => Promise<void>;
  readonly report: (mail: ReturnType<Inbox['list']>[number], verdict: MailVerdict, bounceType?: BounceType) => void;
  readonly identity:
    | { readonly path: string; readonly handle: (request: IncomingMessage, response: ServerResponse) => void }
    | undefined;
};

const clockForm = z.object({ set: z.optional(instant), advanceSeconds: z.optional(z.coerce.number().check(z.nonnegative())) });
const bounceForm = z.object({
  to: z.optional(z.string()),
  mail: z.optional(z.coerce.number()),
  kind: z._default(z.enum(['bounce', 'complaint', 'delivery', 'send']), 'bounce'),
  type: z._default(z.enum(['Permanent', 'Transient', 'Undetermined']), 'Permanent'),
});
const verdicts = { bounce: 'Bounce', complaint: 'Complaint', delivery: 'Delivery', send: 'Send' } as const;

/** The pages and tools that exist locally only, and only for requests from this machine. */
export function createLocalTools(tools: Tools): Before {
  const { inbox, identity } = tools;

  function get(response: ServerResponse, url: URL): boolean {
    if (url.pathname === '/local/style.css') {
      reply(response, { status: 200, type: 'text/css; charset=utf-8', body: localStyle });
      return true;
    }
    if (url.pathname === '/local/clock') {
      replyJson(response, 200, { now: tools.clock.now() });
      return true;
    }
    if (url.pathname !== '/status' && url.pathname !== '/status.json') return answerInbox(inbox, response, url);
    void tools.status().then(
      (status) => (url.pathname === '/status' ? statusPage(response, status) : replyJson(response, 200, status)),
      () => replyJson(response, 503, { message: 'The engine does not answer.' }),
    );
    return true;
  }

  async function post(
    path: string,
    body: Readonly<Record<string, unknown>>,
  ): Promise<{ status: number; answer: unknown; next: string }> {
    if (path === '/local/clock') {
      const { set, advanceSeconds } = clockForm.parse(body);
      if (set !== undefined) tools.clock.set(set);
      if (advanceSeconds !== undefined) tools.clock.advance(advanceSeconds);
      return { status: 200, answer: { now: tools.clock.now() }, next: '/status' };
    }
    if (path === '/local/settle') {
      await tools.settle();
      return { status: 200, answer: { settled: true }, next: '/status' };
    }
    if (path === '/local/bounce') return bounce(bounceForm.parse(body));
    if (path === '/status/retry') {
      const found = tools.queues.redrive(String(body['id']));
      return { status: found ? 200 : 404, answer: { retried: found }, next: '/status#dead' };
    }
    const job = /^\/local\/jobs\/([\w-]+)$/.exec(path)?.[1];
    if (job !== undefined) return { status: 200, answer: { job, answer: await tools.runJob(job) }, next: '/status' };
    return { status: 404, answer: { message: 'There is no such tool.' }, next: '/status' };
  }

  function bounce({ to, mail, kind, type }: z.infer<typeof bounceForm>) {
    const found = mail === undefined ? inbox.list({ to: to ?? '', limit: 1 })[0] : inbox.find(mail);
    if (!found) return { status: 404, answer: { message: 'There is no such mail.' }, next: '/inbox' };
    tools.report(found, verdicts[kind], type);
    return { status: 200, answer: { messageId: found.messageId, kind }, next: `/inbox/${found.id}` };
  }

  async function act(request: IncomingMessage, response: ServerResponse, path: string) {
    const wantsPage = (request.headers.accept ?? '').includes('text/html');
    try {
      const { status, answer, next } = await post(path, await smallBody(request));
      if (wantsPage && status === 200) seeOther(response, 303, next);
      else replyJson(response, status, answer);
    } catch (error) {
      const invalid = error instanceof z.core.$ZodError || error instanceof SyntaxError;
      replyJson(response, invalid ? 422 : 500, { message: error instanceof Error ? error.message : String(error) });
    }
  }

  return (request, response, path) => {
    if (identity && path.startsWith(`${identity.path}/`)) {
      identity.handle(request, response);
      return true;
    }
    if (isStrayVisit(request, tools.origin)) {
      seeOther(response, 302, `${tools.origin}${request.url}`);
      return true;
    }
    if (!/^\/(?:inbox|status|local)(?:[./]|$)/.test(path)) return false;
    if (!isOwnRequest(request)) {
      replyJson(response, 403, { message: 'The local tools answer only this machine’s own pages.' });
      return true;
    }
    if (request.method === 'POST') void act(request, response, path);
    else if (request.method !== 'GET' && request.method !== 'HEAD') replyJson(response, 405, { message: 'Use GET or POST.' });
    else if (!get(response, new URL(request.url ?? '/', 'http://local')))
      replyJson(response, 404, { message: 'There is no such page.' });
    return true;
  };
}

function seeOther(response: ServerResponse, status: 302 | 303, location: string): void {
  reply(response, { status, type: 'text/plain', body: '', headers: { location } });
}

/** A browser that came by this machine's other name: links, cookies and sign-in hold for one origin only. */
function isStrayVisit({ method, headers }: IncomingMessage, origin: string): boolean {
  const visit = method === 'GET' && headers['sec-fetch-mode'] === 'navigate';
  return visit && `http://${headers.host}` !== origin && /^localhost(?::|$)/.test(headers.host ?? '');
}

import type { Browser, BrowserContext, Page, Response } from 'playwright-core';

/** A browser that belongs to nobody yet, and everything it complains about. */
export type Visit = {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What the console said (a breach of the content policy among it), and every request to another host. */
  readonly complaints: string[];
  /** The HTML documents that came, newest last. */
  readonly documents: Response[];
};

type Options = NonNullable<Parameters<Browser['newContext']>[0]> & {
  /** `name=value` pairs that the browser holds already. */
  readonly cookies?: readonly string[];
};

/** Opens a fresh browser at a site. Nothing is loaded yet. The caller closes the context. */
export async function startVisit(browser: Browser, origin: string, { cookies = [], ...options }: Options = {}): Promise<Visit> {
  const context = await browser.newContext({ baseURL: origin, reducedMotion: 'reduce', ...options });
  const page = await context.newPage();
  if (cookies.length > 0) await receive(page, cookies);
  const complaints: string[] = [];
  const documents: Response[] = [];
  context.on('console', (message) => complaints.push(message.text()));
  context.on('weberror', (error) => complaints.push(error.error().message));
  context.on('request', (request) => {
    if (!request.url().startsWith(`${origin}/`)) complaints.push(`a request to another host: ${request.url()}`);
  });
  context.on('response', (response) => {
    const redirect = response.status() >= 300 && response.status() < 400;
    if (!redirect && response.headers()['content-type']?.startsWith('text/html')) documents.push(response);
  });
  return { context, page, complaints, documents };
}

/** The browser refuses `__Host-` cookies from the test's own hand, so they come with an answer. */
async function receive(page: Page, cookies: readonly string[]): Promise<void> {
  const setCookie = cookies.map((one) => `${one}; Path=/; Secure; HttpOnly; SameSite=Lax`).join('\n');
  await page.route('/cookies-for-the-test', (route) => route.fulfill({ body: '', headers: { 'set-cookie': setCookie } }));
  await page.goto('/cookies-for-the-test');
}

/** What a browser says by itself about a document with such a status; no complaint of ours. */
export function isStatusNotice(complaint: string): boolean {
  return /^Failed to load resource: the server responded with a status of 4\d\d /.test(complaint);
}

import { sessionCookies } from '#functions/runtime/sessions.ts';
import { localOrganisers } from './identity.ts';

const sessionCookie = sessionCookies.organiser;

type Visit = { readonly url: string; readonly form?: Readonly<Record<string, string>> };

/**
 * Signs in to a running local system as a browser would, over HTTP, and gives the `Cookie` header for organiser routes.
 * `origin` is the local server's, like `http://127.0.0.1:3000`. Throws when any step is refused.
 */
export async function signInAsOrganiser(origin: string, organiser: string = localOrganisers[0].id): Promise<string> {
  const jar = new Map<string, string>();
  const choice = await visit(jar, { url: `${origin}/sign-in`, form: {} });
  await visit(jar, { url: choice, form: { organiser } });
  const session = jar.get(sessionCookie);
  if (session === undefined) throw new Error('sign-in ended without a session');
  return `${sessionCookie}=${session}`;
}

/** Follows redirects, keeping cookies, to the first page that is none or until there is a session; gives its address. */
async function visit(jar: Map<string, string>, first: Visit): Promise<string> {
  let next = first;
  for (let hops = 0; hops < 10; hops += 1) {
    const response = await fetch(next.url, {
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        origin: new URL(next.url).origin,
      },
      ...(next.form && { method: 'POST', body: new URLSearchParams(next.form) }),
    });
    await response.arrayBuffer();
    for (const line of response.headers.getSetCookie()) keep(jar, line);
    const location = response.headers.get('location');
    if (jar.has(sessionCookie)) return next.url;
    if (location === null) {
      if (!response.ok) throw new Error(`sign-in answered ${response.status} at ${new URL(next.url).pathname}`);
      return next.url;
    }
    next = { url: new URL(location, next.url).href };
  }
  throw new Error('sign-in redirects without end');
}

function keep(jar: Map<string, string>, setCookie: string): void {
  const [pair = '', ...attributes] = setCookie.split(';').map((part) => part.trim());
  const at = pair.indexOf('=');
  const gone = attributes.some((one) => /^max-age=0$/i.test(one) || /^expires=thu, 01 jan 1970/i.test(one));
  if (gone) jar.delete(pair.slice(0, at));
  else jar.set(pair.slice(0, at), pair.slice(at + 1));
}

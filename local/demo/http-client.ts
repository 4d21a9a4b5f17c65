/** A browser's worth of HTTP against the local system: forms as urlencoded posts, cookies by hand, no script. */
export type HttpClient = {
  /** Posts a form; answers with the status and where it leads. */
  readonly post: (path: string, form: FormFields, cookie?: string) => Promise<Posted>;
  /** Posts JSON; answers with the status and what came back. */
  readonly send: (path: string, body: object, cookie?: string) => Promise<{ readonly status: number; readonly body: unknown }>;
  /** Reads a JSON view. Throws for anything but 200. */
  readonly read: (path: string, cookie?: string) => Promise<unknown>;
  /** Reads a page. Throws for anything but 200. */
  readonly page: (path: string, cookie?: string) => Promise<string>;
};
export type FormFields = Readonly<Record<string, string | number | readonly string[] | undefined>>;
export type Posted = { readonly status: number; readonly location: string; readonly cookie: string; readonly text: string };

/** A client of the system at this origin. */
export function httpClient(origin: string): HttpClient {
  return {
    async post(path, form, cookie = '') {
      const response = await fetch(new URL(path, origin), {
        method: 'POST',
        redirect: 'manual',
        headers: { accept: 'text/html', origin, 'sec-fetch-site': 'same-origin', cookie },
        body: encode(form),
      });
      const [setCookie = ''] = response.headers.getSetCookie();
      return {
        status: response.status,
        location: response.headers.get('location') ?? '',
        cookie: setCookie.split(';')[0] ?? '',
        text: await response.text(),
      };
    },
    async send(path, body, cookie = '') {
      const response = await fetch(new URL(path, origin), {
        method: 'POST',
        redirect: 'manual',
        headers: { accept: 'application/json', 'content-type': 'application/json', 'sec-fetch-site': 'same-origin', cookie },
        body: JSON.stringify(body),
      });
      const text = await response.text();
      return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
    },
    read: async (path, cookie) => JSON.parse(await get(path, 'application/json', cookie)),
    page: (path, cookie) => get(path, 'text/html', cookie),
  };

  async function get(path: string, accept: string, cookie = ''): Promise<string> {
    const response = await fetch(new URL(path, origin), { headers: { accept, cookie } });
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    return response.text();
  }
}

function encode(form: FormFields): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, String(one));
  }
  return body;
}

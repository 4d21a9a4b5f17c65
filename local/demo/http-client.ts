/** A browser's worth of HTTP against the local system: forms as urlencoded posts, cookies by hand, no script. */
export type HttpClient = {
  /** Posts a form; answers with the status and where it leads. */
  readonly post: (path: string, form: FormFields, cookie?: string) => Promise<Posted>;
  /** Reads a JSON view. Throws for anything but 200. */
  readonly read: (path: string, cookie?: string) => Promise<unknown>;
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
    async read(path, cookie = '') {
      const response = await fetch(new URL(path, origin), { headers: { accept: 'application/json', cookie } });
      if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
      return response.json();
    },
  };
}

function encode(form: FormFields): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(form)) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? value : [value]) body.append(name, String(one));
  }
  return body;
}

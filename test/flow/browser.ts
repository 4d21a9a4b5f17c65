/** A browser as far as cookies and forms go: it keeps cookies, follows nothing by itself and has no script. */
export type Browser = {
  readonly get: (url: string) => Promise<Page>;
  readonly post: (url: string, form?: Readonly<Record<string, string | readonly string[]>>) => Promise<Page>;
  /** The cookies it holds now. */
  readonly jar: Map<string, string>;
};
/** One answer; `setCookies` are the raw header lines. */
export type Page = {
  readonly status: number;
  readonly location: string | undefined;
  readonly setCookies: readonly string[];
  readonly headers: Headers;
  readonly text: string;
};

/** A browser without history. `origin` completes addresses that have none. */
export function createBrowser(origin: string): Browser {
  const jar = new Map<string, string>();
  const visit = async (address: string, init: RequestInit): Promise<Page> => {
    const url = new URL(address, origin);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { accept: 'text/html', origin: url.origin, ...(cookie === '' ? {} : { cookie }) };
    const response = await fetch(url, { ...init, headers, redirect: 'manual' });
    const setCookies = response.headers.getSetCookie();
    for (const line of setCookies) keep(jar, line);
    const location = response.headers.get('location') ?? undefined;
    return { status: response.status, location, setCookies, headers: response.headers, text: await response.text() };
  };
  return {
    jar,
    get: (url) => visit(url, {}),
    post: (url, form = {}) => {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, one);
      return visit(url, { method: 'POST', body });
    },
  };
}

function keep(jar: Map<string, string>, line: string): void {
  const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
  if (/;\s*max-age=0\b/i.test(line)) jar.delete(name);
  else jar.set(name, value);
}

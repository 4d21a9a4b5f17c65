import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import Provider from 'oidc-provider';
import { createMemoryAdapter } from 'oidc-provider/lib/adapters/memory_adapter.js';
import type { RouteKey } from '#shared/system/routes.ts';

/** Where the local identity provider lives, under the local server's own origin. */
export const identityPath = '/local/identity';
/** The client id that the local system signs in with (`OIDC_CLIENT_ID`). */
export const localClientId = 'aspirations-local';

/** Who can sign in locally. All of them are fictional. */
export const localOrganisers = [
  { id: 'larkford', name: 'Larkford organiser (fictional)', email: 'organiser@larkford.example' },
  { id: 'larkford-second', name: 'Second Larkford organiser (fictional)', email: 'second-organiser@larkford.example' },
  { id: 'larkford-viewer', name: 'Larkford viewer (fictional)', email: 'viewer@larkford.example' },
  { id: 'elsewhere', name: 'Organiser of another city (fictional)', email: 'organiser@elsewhere.example' },
] as const;

/** A request listener for every path under `identityPath`. */
export type LocalIdentity = { readonly handle: (req: IncomingMessage, res: ServerResponse) => void };

/**
 * A certified OpenID Connect provider for one machine, in place of the deployed one: the same code flow with PKCE, but
 * nobody proves anything; the reader chooses which fictional organiser to be. `origin` is the local server's, like
 * `http://127.0.0.1:3000`; the issuer is `${origin}/local/identity`. Keys and sign-ins in progress last one process.
 */
export function createIdentity({ origin }: { readonly origin: string }): LocalIdentity {
  const provider = new Provider(`${origin}${identityPath}`, configuration(origin));
  const answer = provider.callback();
  const route = async (req: IncomingMessage, res: ServerResponse) => {
    const url = req.url ?? '/';
    if (url.startsWith(`${identityPath}/interaction/`)) return choose(provider, req, res);
    // The provider works out its own links from what the mount point removed from the address.
    Object.assign(req, { originalUrl: url, url: url.slice(identityPath.length) || '/' });
    return answer(req, res);
  };
  return {
    handle: (req, res) => {
      route(req, res).catch(() => {
        if (!res.headersSent) page(res, 400, '<h1>This sign-in has ended</h1><p><a href="/sign-in">Start again</a></p>');
      });
    },
  };
}

// One key for the life of the process: the functions' client keeps the keys it saw, also when the system starts again.
const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });

function configuration(origin: string) {
  return {
    adapter: createMemoryAdapter(),
    clients: [
      {
        client_id: localClientId,
        redirect_uris: [`${origin}${('GET /sign-in/callback' satisfies RouteKey).replace('GET ', '')}`],
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code'],
        response_types: ['code'],
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' }] },
    cookies: { keys: [randomBytes(32).toString('base64url')] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    responseTypes: ['code'],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    // Name and address stand in the ID token itself, as the deployed provider has them.
    conformIdTokenClaims: false,
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `${identityPath}/interaction/${uid}` },
    ttl: { Session: 3600, Interaction: 600, Grant: 3600, AuthorizationCode: 60, AccessToken: 60, IdToken: 600 },
    findAccount,
    loadExistingGrant,
  };
}

function findAccount(_: unknown, id: string) {
  const found = localOrganisers.find((one) => one.id === id);
  return found && { accountId: id, claims: () => ({ sub: id, name: found.name, email: found.email, email_verified: true }) };
}

type GrantContext = {
  readonly oidc: {
    readonly provider: Provider;
    readonly client: { readonly clientId: string };
    readonly session: { readonly accountId: string };
  };
};

/** Choosing who to be is consent enough: our own client asks for our own organisers. */
async function loadExistingGrant({ oidc }: GrantContext) {
  const grant = new oidc.provider.Grant({ clientId: oidc.client.clientId, accountId: oidc.session.accountId });
  grant.addOIDCScope('openid email profile');
  await grant.save();
  return grant;
}

async function choose(provider: Provider, req: IncomingMessage, res: ServerResponse): Promise<void> {
  await provider.interactionDetails(req, res);
  if (req.method === 'GET') return page(res, 200, choices);
  const organiser = new URLSearchParams(await bodyOf(req)).get('organiser') ?? '';
  if (req.method !== 'POST' || !findAccount(undefined, organiser)) return page(res, 422, choices);
  return provider.interactionFinished(req, res, { login: { accountId: organiser, remember: false } });
}

const choices = `<h1>Choose who you are</h1>
<p>This is the local sign-in. It asks for no password, and everybody in it is fictional.</p>
<form method="post">
${localOrganisers
  .map(({ id, name, email }) => `<p><button type="submit" name="organiser" value="${id}">${name}</button> ${email}</p>`)
  .join('\n')}
</form>`;

function page(res: ServerResponse, status: number, content: string): void {
  res.writeHead(status, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  });
  res.end(
    `<!DOCTYPE html>\n<html lang="en-GB">\n<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">` +
      `<title>Local sign-in</title></head>\n<body><main>${content}</main></body>\n</html>\n`,
  );
}

async function bodyOf(req: IncomingMessage): Promise<string> {
  let body = '';
  for await (const chunk of req) {
    body += String(chunk);
    if (body.length > 1000) throw new Error('body too long');
  }
  return body;
}

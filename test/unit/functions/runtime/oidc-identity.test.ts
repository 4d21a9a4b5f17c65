import { once } from 'node:events';
import { createServer } from 'node:http';
import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { oidcIdentity } from '#functions/runtime/oidc-identity.ts';

const clientId = 'console';
const callback = 'https://city.example/sign-in/callback';
const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** What the provider answers; a test changes what it is about. */
type Answers = {
  discovery: number;
  token: number;
  claims: (nonce: string) => Record<string, unknown>;
  alg: string;
  key: KeyObject;
};

let provider: Awaited<ReturnType<typeof startProvider>>;
beforeEach(async () => {
  provider = await startProvider();
});
afterEach(() => {
  provider.stop();
});

/** A provider that says whatever the test wants, true or not. */
async function startProvider() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/pool`;
  const now = Math.floor(Date.now() / 1000);
  const answers: Answers = {
    discovery: 200,
    token: 200,
    alg: 'ES256',
    key: keys.privateKey,
    claims: (nonce) => ({
      iss: issuer,
      aud: clientId,
      sub: 'person-1',
      iat: now,
      exp: now + 300,
      nonce,
      name: 'Organiser one (fictional)',
      email: 'one@city.example',
      email_verified: true,
    }),
  };
  const seen = { discoveries: 0, verifiers: new Array<string | null>() };
  let nonce = '';
  server.on('request', (req, res) => {
    const say = (status: number, body: object) =>
      res.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    const path = (req.url ?? '').replace('/pool', '');
    if (path === '/.well-known/openid-configuration') {
      seen.discoveries += 1;
      return say(answers.discovery, {
        issuer,
        authorization_endpoint: `${issuer}/authorize`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/keys`,
        response_types_supported: ['code'],
        id_token_signing_alg_values_supported: ['ES256'],
      });
    }
    if (path === '/keys') return say(200, { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), alg: 'ES256', use: 'sig' }] });
    let body = '';
    req.on('data', (chunk) => {
      body += String(chunk);
    });
    return req.on('end', () => {
      seen.verifiers.push(new URLSearchParams(body).get('code_verifier'));
      if (answers.token !== 200) return say(answers.token, { error: 'invalid_grant' });
      return say(200, { access_token: 'a', token_type: 'Bearer', id_token: token(answers, answers.claims(nonce)) });
    });
  });
  return {
    issuer,
    answers,
    seen,
    expectNonce: (one: string) => {
      nonce = one;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function token({ alg, key }: Answers, claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const unsigned = `${part({ alg })}.${part(claims)}`;
  return `${unsigned}.${sign('sha256', Buffer.from(unsigned), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

/** Signs in as far as the provider's answers let it; a refusal is given as its kind and code. */
async function signIn(): Promise<unknown> {
  const identity = oidcIdentity({ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: clientId });
  try {
    const { url, ...began } = await identity.begin(callback);
    provider.expectNonce(began.nonce);
    expect(new URL(url).searchParams.get('redirect_uri')).toBe(callback);
    return await identity.finish(`${callback}?code=abc&state=${began.state}`, began);
  } catch (error) {
    return error instanceof Error && 'kind' in error && 'code' in error ? `${String(error.kind)} ${String(error.code)}` : error;
  }
}

const failed = 'forbidden sign-in-failed';
const unavailable = 'unavailable identity-unavailable';

test('gives subject, name and address of who signed in', async () => {
  expect(await signIn()).toEqual({ subject: 'person-1', name: 'Organiser one (fictional)', email: 'one@city.example' });
});

test('a person without a name is called by the address', async () => {
  const { claims } = provider.answers;
  provider.answers.claims = (nonce) => ({ ...claims(nonce), name: undefined });
  expect(await signIn()).toMatchObject({ name: 'one@city.example' });
});

test('sends the verifier whose challenge the browser carried', async () => {
  await signIn();
  expect(provider.seen.verifiers).toEqual([expect.stringMatching(/^[\w-]{43}$/)]);
});

test.each([
  ['another nonce', { nonce: 'another' }],
  ['no nonce', { nonce: undefined }],
  ['another audience', { aud: 'another' }],
  ['another issuer', { iss: 'https://identity.example' }],
  ['an end in the past', { exp: 1_700_000_000 }],
  ['no subject', { sub: undefined }],
  ['no address', { email: undefined }],
  ['an address that nobody verified', { email_verified: false }],
  ['an address of which it does not say whether it was verified', { email_verified: undefined }],
])('refuses an ID token with %s', async (_, wrong) => {
  const { claims } = provider.answers;
  provider.answers.claims = (nonce) => ({ ...claims(nonce), ...wrong });
  expect(await signIn()).toBe(failed);
});

test('refuses an ID token that says it needs no signature', async () => {
  provider.answers.alg = 'none';
  expect(await signIn()).toBe(failed);
});

test('refuses an ID token that somebody else signed', async () => {
  provider.answers.key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  expect(await signIn()).toBe(failed);
});

test('a code the provider refuses is a failed sign-in; a provider in trouble is not', async () => {
  provider.answers.token = 400;
  expect(await signIn()).toBe(failed);
  provider.answers.token = 503;
  expect(await signIn()).toBe(unavailable);
});

test('a provider that cannot be reached is unavailable', async () => {
  provider.stop();
  expect(await signIn()).toBe(unavailable);
});

test('metadata is read once, and again only after it could not be had', async () => {
  const identity = oidcIdentity({ OIDC_ISSUER: provider.issuer, OIDC_CLIENT_ID: clientId });
  provider.answers.discovery = 503;
  await expect(identity.begin(callback)).rejects.toMatchObject({ code: 'identity-unavailable' });
  provider.answers.discovery = 200;
  await Promise.all([identity.begin(callback), identity.begin(callback)]);
  await identity.begin(callback);
  expect(provider.seen.discoveries).toBe(2);
});

test('plain http is only for a provider on this machine', () => {
  expect(() => oidcIdentity({ OIDC_ISSUER: 'http://identity.example/pool', OIDC_CLIENT_ID: clientId })).toThrow('https');
});

import { signInRoutes } from '#shared/system/routes/sign-in.ts';
import { emailAddress } from '#shared/domain/fields.ts';
import { organiserId } from '#shared/domain/team.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { tokenHash } from '#shared/kernel/ids.ts';
import { epochSecondsOf, secondsAfter } from '#shared/kernel/time.ts';
import type { Write } from '#shared/ports.ts';
import { cookies as declared } from '#shared/system/cookies.ts';
import type { RouteKey } from '#shared/system/routes.ts';
import { problemPage } from '#web/pages/errors.ts';
import { signInPage } from '#web/pages/sign-in.ts';
import type { Answer, Cookie } from '../runtime/answer.ts';
import { type Call, http, type PostCall } from '../runtime/http.ts';
import { oidcIdentity } from '../runtime/oidc-identity.ts';
import { sessionCookies } from '../runtime/sessions.ts';
import { dynamoReader, dynamoWriter } from '../runtime/table.ts';

const callbackPath = ('GET /sign-in/callback' satisfies RouteKey).replace('GET ', '');
const signInCookie = declared.signIn.name;
/** How long a person may take at the identity provider, and how long the session then lasts. */
const seconds = { signIn: declared.signIn.seconds, session: declared.organiser.seconds } as const;

export const handler = http(
  'sign-in',
  signInRoutes,
  { 'table:read': dynamoReader, 'table:write': dynamoWriter, 'identity:use': oidcIdentity },
  {
    'GET /sign-in': async ({ query }) => ({ page: signInPage(query['next']), formsLeadTo: 'https:' }),
    'POST /sign-in': { act: begin },
    'GET /sign-in/callback': finish,
    'POST /sign-out': { act: signOut },
  },
  problemPage,
);

/** Remembers the sign-in under a key that only this browser has, and sends it to the provider. */
async function begin({ ports, body, origin, now, newToken }: PostCall<'POST /sign-in', 'sign-in'>): Promise<Answer> {
  const { url, ...expected } = await ports.identity.begin(`${origin}${callbackPath}`);
  const token = newToken();
  const item = {
    hash: tokenHash(token),
    ...expected,
    next: body.next,
    expiresAt: epochSecondsOf(secondsAfter(now, seconds.signIn)),
  };
  await ports.write.transact([{ put: 'signIn', item, when: 'absent' }]);
  return { seeOther: url, cookies: [{ name: signInCookie, value: token, seconds: seconds.signIn }] };
}

/** The one GET that changes something: it works once, and only in the browser that began. Decision 014. */
async function finish(call: Call<'GET /sign-in/callback', 'sign-in'>): Promise<Answer> {
  const { ports, origin, query, now, newToken, cookies } = call;
  const began = await takeSignIn(call);
  const parameters = Object.entries(query).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] satisfies [string, string]],
  );
  const person = await ports.identity.finish(`${origin}${callbackPath}?${new URLSearchParams(parameters).toString()}`, began);
  const token = newToken();
  const item = {
    hash: tokenHash(token),
    organiser: organiserId(person.email),
    name: person.name,
    email: emailAddress.parse(person.email),
    provedAt: now,
    expiresAt: epochSecondsOf(secondsAfter(now, seconds.session)),
  };
  await ports.write.transact([{ put: 'organiserSession', item, when: 'absent' }, ...endSession(cookies)]);
  return {
    seeOther: began.next ?? '/organiser',
    cookies: [ended(signInCookie), { name: sessionCookies.organiser, value: token, seconds: seconds.session }],
  };
}

/** Spends the sign-in that this browser began. Whoever comes second, late or from elsewhere is refused. */
async function takeSignIn({ ports, cookies, query, now }: Call<'GET /sign-in/callback', 'sign-in'>) {
  const token = cookies[signInCookie];
  const hash = token === undefined ? undefined : tokenHash(token);
  const began = hash && (await ports.read.get('signIn', { hash }));
  if (!began || began.state !== query['state'] || began.expiresAt <= epochSecondsOf(now)) throw refused();
  const taken = await ports.write.transact([{ remove: 'signIn', key: { hash }, when: { state: began.state } }]);
  if (!taken.ok) throw refused();
  return began;
}

async function signOut({ ports, cookies }: PostCall<'POST /sign-out', 'sign-in'>): Promise<Answer> {
  await ports.write.transact(endSession(cookies));
  return { seeOther: '/', cookies: [ended(sessionCookies.organiser)] };
}

function endSession(cookies: Readonly<Record<string, string | undefined>>): Write[] {
  const token = cookies[sessionCookies.organiser];
  return token === undefined ? [] : [{ remove: 'organiserSession', key: { hash: tokenHash(token) }, when: 'any' }];
}

function ended(name: Cookie['name']): Cookie {
  return { name, value: '', seconds: 0 };
}

function refused(): AppError {
  return new AppError('forbidden', 'sign-in-failed', 'We could not sign you in. Start again from the sign-in page.');
}

import * as oidc from 'openid-client';
import { AppError } from '#shared/kernel/errors.ts';
import type { Identity } from '#shared/ports.ts';
import type { PowerEnv } from '#shared/system/powers.ts';

/** Three calls at most in one request (metadata, token, keys) must end before the function's own timeout. */
const timeoutSeconds = 4;

/**
 * Sign-in with an OpenID Connect provider as a public client: code flow, PKCE S256, state and nonce, and the
 * ID token's signature checked. The provider's metadata is read on first use and kept. Plain http is for a provider on this machine only; another throws at once.
 * `begin` and `finish` throw `unavailable` (`identity-unavailable`) when the provider cannot be reached, and `finish`
 * throws `forbidden` (`sign-in-failed`) for every callback that is not the honest end of its `begin`.
 */
export function oidcIdentity(env: PowerEnv<'identity:use'>): Identity {
  const provider = discovered(new URL(env.OIDC_ISSUER), env.OIDC_CLIENT_ID);
  return {
    begin: async (callback) => {
      const configuration = await provider();
      const verifier = oidc.randomPKCECodeVerifier();
      const state = oidc.randomState();
      const nonce = oidc.randomNonce();
      const url = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: callback,
        scope: 'openid email profile',
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
        // The provider's own session must not sign the next person in on a computer that is shared.
        prompt: 'login',
      });
      return { url: url.href, verifier, state, nonce };
    },
    finish: async (callback, { verifier, state, nonce }) => {
      const configuration = await provider();
      try {
        const tokens = await oidc.authorizationCodeGrant(configuration, new URL(callback), {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        return personIn(tokens.claims());
      } catch (error) {
        throw isOutage(error) ? unavailable() : failed();
      }
    },
  };
}

function discovered(server: URL, clientId: string): () => Promise<oidc.Configuration> {
  const loopback = ['127.0.0.1', 'localhost', '[::1]'].includes(server.hostname);
  if (server.protocol !== 'https:' && !loopback) throw new Error('OIDC_ISSUER must be https');
  let kept: Promise<oidc.Configuration> | undefined;
  const discover = async () => {
    try {
      return await oidc.discovery(server, clientId, undefined, oidc.None(), {
        timeout: timeoutSeconds,
        execute: [oidc.enableNonRepudiationChecks, ...(server.protocol === 'http:' ? [oidc.allowInsecureRequests] : [])],
      });
    } catch (error) {
      kept = undefined;
      throw isOutage(error) ? unavailable() : error;
    }
  };
  return () => (kept ??= discover());
}

function personIn(claims: oidc.IDToken | undefined) {
  const email = claims?.['email'];
  const name = claims?.['name'];
  // The address decides what its holder may do: one that the provider has not verified could be anybody's.
  if (claims === undefined || typeof email !== 'string' || claims['email_verified'] !== true) throw failed();
  return { subject: claims.sub, name: typeof name === 'string' && name !== '' ? name : email, email };
}

/** No answer, one that came too late, or the provider's own 5xx. */
function isOutage(error: unknown): boolean {
  if (error instanceof oidc.ResponseBodyError) return error.status >= 500;
  if (error instanceof oidc.ClientError) {
    const answer = error.cause instanceof Response ? error.cause : undefined;
    return error.code === 'OAUTH_TIMEOUT' || (answer?.status ?? 0) >= 500;
  }
  // `fetch` reports a dead connection so; the library's own TypeErrors, about wrong arguments, carry a code.
  return error instanceof TypeError && !('code' in error);
}

function unavailable(): AppError {
  return new AppError('unavailable', 'identity-unavailable', 'Signing in does not work right now. Try again in a few minutes.');
}

function failed(): AppError {
  return new AppError('forbidden', 'sign-in-failed', 'We could not sign you in. Start again from the sign-in page.');
}

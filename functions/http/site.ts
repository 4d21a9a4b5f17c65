import { siteRoutes } from '#shared/system/routes/site.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { routes } from '#shared/system/routes.ts';
import { assetFile, currentAssetPath } from '#web/asset-files.ts';
import { problemPage } from '#web/pages/errors.ts';
import { accessibilityPage, childrenPrivacyPage, contactPage, cookiesPage, privacyPage } from '#web/trust/page.ts';
import { securityText } from '#web/trust/security-text.ts';
import { themeStyle } from '#web/theme-style.ts';
import type { Answer } from '../runtime/answer.ts';
import { commonEnv } from '../runtime/env.ts';
import { type Call, http } from '../runtime/http.ts';

async function showAsset({ params, headers }: Call<'GET /assets/{name}', 'site'>): Promise<Answer> {
  const file = assetFile(params.name, headers['accept-encoding']);
  if (file) return { file };
  const style = themeStyle(params.name);
  if (style) return { file: { contentType: 'text/css; charset=utf-8', body: Buffer.from(style), encoding: undefined } };
  const seeOther = currentAssetPath(params.name);
  if (seeOther) return { seeOther };
  throw new AppError('not-found', 'no-such-page', 'There is no such file.');
}

/** Known addresses, as patterns: so that HEAD and a wrong method get their true answer without running anything. */
const known = Object.keys(routes)
  .filter((key) => key !== '$default')
  .map((key) => {
    const [method = '', path = ''] = key.split(' ');
    return { method, pattern: new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`) };
  });

async function answerRest({ method, path }: Call<'$default', 'site'>): Promise<Answer> {
  const methods = known.filter(({ pattern }) => pattern.test(path)).map((one) => one.method);
  if (methods.length === 0) throw new AppError('not-found', 'no-such-page', 'There is no such page.');
  const allow = [...new Set([...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'])].join(', ');
  if (method === 'OPTIONS') return { status: 204, page: '', headers: { allow } };
  if (method === 'HEAD' && methods.includes('GET')) return { status: 200, page: '' };
  const detail = 'This address does not take that kind of request.';
  const data = { type: 'about:blank', title: 'Method not allowed', status: 405, detail, code: 'method-not-allowed' };
  return { status: 405, page: problemPage({ status: 405, code: 'method-not-allowed', detail }), data, headers: { allow } };
}

const asked = { contactEmail: commonEnv().CONTACT_EMAIL };

/** What needs no data: styles and script, the trust pages, and every address that does not exist. */
export const handler = http(
  'site',
  siteRoutes,
  {},
  {
    'GET /assets/{name}': showAsset,
    'GET /accessibility': async () => ({ page: accessibilityPage(asked) }),
    'GET /privacy': async () => ({ page: privacyPage(asked) }),
    'GET /privacy/children': async () => ({ page: childrenPrivacyPage() }),
    'GET /contact': async () => ({ page: contactPage(asked) }),
    'GET /.well-known/security.txt': async ({ origin, now }) => ({ text: securityText({ ...asked, origin, now }) }),
    'GET /cookies': async () => ({ page: cookiesPage() }),
    $default: answerRest,
  },
  problemPage,
);

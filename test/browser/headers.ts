/** The exact `Content-Security-Policy` of the HTML at a path. */
export function expectedPolicy(path: string): string {
  if (/^\/inbox\/\d+\/html$/.test(path)) return policies.mail;
  if (/^\/organiser\/.*\/preview$/.test(path)) return policies.inert;
  if (path.startsWith('/local/identity/')) return policies.identity;
  if (/^\/(?:inbox|status)/.test(path)) return policies.localTool;
  // An identity provider may live elsewhere, and browsers hold a form's redirects to the policy too.
  if (path === '/sign-in') return policies.site.replace("form-action 'self'", "form-action 'self' https:");
  return policies.site;
}

const policies = {
  site: "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  localTool:
    "default-src 'none'; style-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'",
  mail: "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'",
  inert: "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'",
  identity: "default-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
};

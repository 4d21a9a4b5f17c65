import * as z from 'zod/mini';
import { emailAddress, id, slug, urn } from '../../domain/fields.ts';
import { feedKinds } from '../../domain/vocabulary.ts';
import { epochSeconds, instant } from '../../kernel/time.ts';
import type { ItemDeclarations } from './declaration.ts';

/** What a mailed link or a browser session may do, and for whom. One purpose, one subject, one edition. */
const grant = {
  edition: slug,
  purpose: z.enum(['registration', 'organisation', 'volunteer', 'survey', 'invitation']),
  subject: id,
  /** The school, where the subject is a registration. */
  urn: z.optional(urn),
  /** A digest of the address it was mailed to: it ends when somebody else answers for the subject. */
  reader: z.optional(id),
};

/** Who may open what: mailed links, browsers that followed one, organisers who signed in. */
export const accessItems = {
  link: {
    pk: 'LINK#{hash}',
    sk: 'LINK',
    schema: z.strictObject({ hash: z.string(), ...grant, revoked: z.boolean(), expiresAt: epochSeconds }),
    access: 'open a mailed link by its token’s hash',
  },
  linkSession: {
    pk: 'LINK-SESSION#{hash}',
    sk: 'LINK-SESSION',
    schema: z.strictObject({ hash: z.string(), ...grant, link: z.string(), expiresAt: epochSeconds }),
    access: 'what a browser that pressed Continue may do',
  },
  calendarFeed: {
    pk: 'CALENDAR#{hash}',
    sk: 'CALENDAR',
    schema: z.strictObject({
      hash: z.string(),
      ...grant,
      purpose: z.enum(feedKinds),
      expiresAt: epochSeconds,
    }),
    access: 'whose week a calendar asks for',
  },
  ownFeed: {
    pk: 'EDITION#{edition}#CALENDARS',
    sk: 'READER#{subject}',
    schema: z.strictObject({ edition: slug, subject: id, hash: z.string(), madeAt: instant }),
    access: 'whether that address works still',
  },
  linkRequest: {
    pk: 'EDITION#{edition}#LINK-REQUESTS',
    sk: 'REQUEST#{request}',
    schema: z.strictObject({ edition: slug, request: id, email: emailAddress, at: instant, expiresAt: epochSeconds }),
    access: 'mail fresh links to an address that asked',
  },
  signIn: {
    pk: 'SIGN-IN#{hash}',
    sk: 'SIGN-IN',
    schema: z.strictObject({
      hash: z.string(),
      verifier: z.string(),
      state: z.string(),
      nonce: z.string(),
      next: z.optional(z.string()),
      expiresAt: epochSeconds,
    }),
    access: 'finish a sign-in in the browser that began it, once',
  },
  organiserSession: {
    pk: 'ORGANISER-SESSION#{hash}',
    sk: 'ORGANISER-SESSION',
    schema: z.strictObject({
      hash: z.string(),
      organiser: id,
      name: z.string(),
      email: emailAddress,
      /** When the person last proved to the identity provider who they are. */
      provedAt: instant,
      expiresAt: epochSeconds,
    }),
    access: 'who a signed-in browser belongs to',
  },
} as const satisfies ItemDeclarations;

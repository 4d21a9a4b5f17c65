import * as z from 'zod/mini';
import { id, slug } from '../../domain/fields.ts';
import { handOverRecord } from '../../domain/hand-over-record.ts';
import { journeyKinds, stepNames } from '../../domain/journeys.ts';
import { organisation } from '../../domain/organisation.ts';
import { registration, schoolPlace } from '../../domain/registration.ts';
import { signUpInvitation } from '../../domain/sign-up-invitation.ts';
import { volunteer } from '../../domain/volunteer.ts';
import { epochSeconds, instant } from '../../kernel/time.ts';
import type { ItemDeclarations } from './declaration.ts';

/** Who signed up, and what somebody had typed so far. */
export const signUpItems = {
  registration: {
    pk: 'EDITION#{edition}#REGISTRATIONS',
    sk: 'SCHOOL#{urn}#{registration}',
    schema: registration,
    access: 'read one; list an edition’s or a school’s registrations',
  },
  schoolPlace: {
    pk: 'EDITION#{edition}#REGISTRATIONS',
    sk: 'PLACE#{urn}',
    schema: schoolPlace,
    access: 'one confirmed registration a school',
  },
  handOver: {
    pk: 'EDITION#{edition}#REGISTRATIONS',
    sk: 'HAND-OVER#{handOver}',
    schema: handOverRecord,
    access: 'tell the person who handed a registration over',
  },
  organisation: {
    pk: 'EDITION#{edition}#ORGANISATIONS',
    sk: 'ORGANISATION#{organisation}',
    schema: organisation,
    access: 'read one; list an edition’s organisations',
  },
  volunteer: {
    pk: 'EDITION#{edition}#VOLUNTEERS',
    sk: 'VOLUNTEER#{volunteer}',
    schema: volunteer,
    access: 'read one; list an edition’s volunteers',
  },
  signUpInvitation: {
    pk: 'EDITION#{edition}#SIGN-UP-INVITATIONS',
    sk: 'INVITATION#{invitation}',
    schema: signUpInvitation,
    access: 'read one; list whom an edition invited to sign up',
  },
  doNotAsk: {
    pk: 'DO-NOT-ASK#{programme}',
    sk: 'ADDRESS#{address}',
    schema: z.strictObject({
      programme: slug,
      /** A digest. */
      address: z.string(),
      at: instant,
    }),
    access: 'who asked never to be invited again',
  },
  draft: {
    pk: 'EDITION#{edition}#DRAFT#{hash}',
    sk: 'DRAFT#{journey}',
    schema: z.strictObject({
      edition: slug,
      /** Of the random token in the browser's cookie. */
      hash: z.string(),
      journey: z.enum(journeyKinds),
      /** What was typed, by field name; emptied once it is sent. */
      values: z.record(z.string(), z.array(z.string())),
      done: z.array(z.enum(stepNames)),
      startedAt: instant,
      /** What it became, once it is sent: a draft is sent once. */
      sent: z.optional(z.strictObject({ reference: z.string(), subject: id })),
      version: z.int(),
      expiresAt: epochSeconds,
    }),
    access: 'go on with a sign-up in the browser that began it',
  },
} as const satisfies ItemDeclarations;

import * as z from 'zod/mini';
import { nothing, type RouteDeclaration } from './declaration.ts';

const admin = { function: 'upkeep', auth: 'organiser', needs: 'admin' } as const;

const erasing = { ...admin, stepUp: true } as const;

/** What an admin sends to erase somebody: that they mean it. */
const erasure = z.strictObject({ sure: z.literal('yes', 'Say that you want to erase this person’s data') });

/** How admins look after the machinery behind an edition, and erase people. */
export const upkeepRoutes = {
  'GET /organiser/editions/{edition}/status': {
    ...admin,
    personal: true,
    summary: 'What waits, what failed, which emails came back, and when each job last ran',
  },
  'POST /organiser/editions/{edition}/status/retry': {
    ...admin,
    summary: 'Give failed work back to the function that failed at it',
    body: z.strictObject({ function: z.string().check(z.regex(/^[a-z-]{3,40}$/)) }),
  },
  'POST /organiser/editions/{edition}/status/addresses/{address}/lift': {
    ...admin,
    summary: 'Send emails to an address again that took none',
    body: nothing,
  },
  'GET /organiser/editions/{edition}/registrations/{urn}/{registration}/erase': {
    ...erasing,
    personal: true,
    summary: 'What erasing a school’s contact does',
  },
  'POST /organiser/editions/{edition}/registrations/{urn}/{registration}/erase': {
    ...erasing,
    summary: 'Erase a school’s contact everywhere in the edition',
    body: erasure,
  },
  'GET /organiser/editions/{edition}/visitors/{kind}/{visitor}/erase': {
    ...erasing,
    personal: true,
    summary: 'What erasing an organisation’s contact or a volunteer does',
  },
  'POST /organiser/editions/{edition}/visitors/{kind}/{visitor}/erase': {
    ...erasing,
    summary: 'Erase an organisation’s contact or a volunteer everywhere in the edition',
    body: erasure,
  },
} as const satisfies Record<string, RouteDeclaration>;

import * as z from 'zod/mini';
import { emailAddress } from '../../domain/fields.ts';
import { organisationForm } from '../../domain/organisation.ts';
import { registrationForm } from '../../domain/registration.ts';
import { volunteerForm } from '../../domain/volunteer.ts';
import { nothing, type RouteDeclaration } from './declaration.ts';

const anyone = { function: 'public', auth: 'anyone' } as const;

/** Finding out, signing up by one form, and opening a mailed link. */
export const publicRoutes = {
  'GET /': { ...anyone, summary: 'Start page: the editions that are open', cacheSeconds: 60 },
  'GET /editions/{edition}': { ...anyone, summary: 'One edition: what it is and how to take part', cacheSeconds: 60 },
  'GET /editions/{edition}/schools': { ...anyone, summary: 'Find a school by name, postcode or URN (`q`)' },
  'GET /editions/{edition}/schools/register': { ...anyone, summary: 'The registration form of a school (`urn`)' },
  'POST /editions/{edition}/schools/register': { ...anyone, summary: 'Register a school', body: registrationForm },
  'GET /editions/{edition}/organisations/sign-up': { ...anyone, summary: 'The organisations’ sign-up form' },
  'POST /editions/{edition}/organisations/sign-up': { ...anyone, summary: 'Sign an organisation up', body: organisationForm },
  'GET /editions/{edition}/volunteers/sign-up': { ...anyone, summary: 'The volunteers’ sign-up form' },
  'POST /editions/{edition}/volunteers/sign-up': { ...anyone, summary: 'Sign a volunteer up', body: volunteerForm },
  'GET /editions/{edition}/received/{reference}': { ...anyone, summary: 'Receipt: what happens next' },
  'GET /editions/{edition}/lost-link': { ...anyone, summary: 'Ask for a fresh link' },
  'POST /editions/{edition}/lost-link': {
    ...anyone,
    summary: 'Have fresh links mailed, if the address had signed up; the answer is the same for every address',
    body: z.strictObject({ email: emailAddress }),
  },
  'GET /l/{token}': { ...anyone, summary: 'A mailed link: shows a button and changes nothing' },
  'POST /l/{token}': { ...anyone, summary: 'Continue from a mailed link: starts a link session', body: nothing },
} as const satisfies Record<string, RouteDeclaration>;

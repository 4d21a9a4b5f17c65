import * as z from 'zod/mini';
import { registrationEditForm, visitorEditForm } from '../../domain/edits.ts';
import { line } from '../../domain/fields.ts';
import { mergeForm } from '../../domain/merge.ts';
import { noteForm } from '../../domain/note.ts';
import { version } from '../../domain/registration-changes.ts';
import { nothing, type RouteDeclaration } from './declaration.ts';

const viewer = { function: 'records', auth: 'organiser', needs: 'viewer', personal: true } as const;
const coordinator = { function: 'records', auth: 'organiser', needs: 'coordinator' } as const;
const looking = { ...coordinator, personal: true } as const;

/** What an organiser sends to withdraw somebody at their wish. */
const withdrawal = z.strictObject({ version, reason: line('Enter why they withdraw', 500) });

/** One school's registration, and one organisation or volunteer (`kind`): what we hold, what happened, and what an organiser does for them. */
export const recordRoutes = {
  'GET /organiser/editions/{edition}/registrations/{urn}/{registration}': {
    ...viewer,
    summary: 'One school’s registration: answers, places, notes, mails and timeline',
  },
  'GET /organiser/editions/{edition}/registrations/{urn}/{registration}/edit': {
    ...looking,
    summary: 'The form to change a school’s registration for it',
  },
  'POST /organiser/editions/{edition}/registrations/{urn}/{registration}/edit': {
    ...coordinator,
    summary: 'Change a school’s registration for it, complete or not',
    body: registrationEditForm,
  },
  'POST /organiser/editions/{edition}/registrations/{urn}/{registration}/notes': {
    ...coordinator,
    summary: 'Write a note about a school, or take one’s own away',
    body: noteForm,
  },
  'POST /organiser/editions/{edition}/registrations/{urn}/{registration}/chase': {
    ...coordinator,
    summary: 'Remind a school that has not confirmed',
    body: nothing,
  },
  'GET /organiser/editions/{edition}/registrations/{urn}/{registration}/withdraw': {
    ...looking,
    summary: 'What withdrawing a school does',
  },
  'POST /organiser/editions/{edition}/registrations/{urn}/{registration}/withdraw': {
    ...coordinator,
    summary: 'Withdraw a school at its wish',
    body: withdrawal,
  },
  'GET /organiser/editions/{edition}/visitors/{kind}/{visitor}': {
    ...viewer,
    summary: 'One organisation or volunteer: answers, places, notes, mails and timeline',
  },
  'POST /organiser/editions/{edition}/visitors/{kind}/{visitor}/approve': {
    ...coordinator,
    summary: 'Confirm an organisation or a volunteer for them',
    body: nothing,
  },
  'GET /organiser/editions/{edition}/visitors/{kind}/{visitor}/edit': {
    ...looking,
    summary: 'The form to change an organisation or a volunteer for them',
  },
  'POST /organiser/editions/{edition}/visitors/{kind}/{visitor}/edit': {
    ...coordinator,
    summary: 'Change an organisation or a volunteer for them, complete or not',
    body: visitorEditForm,
  },
  'POST /organiser/editions/{edition}/visitors/{kind}/{visitor}/notes': {
    ...coordinator,
    summary: 'Write a note about an organisation or a volunteer, or take one’s own away',
    body: noteForm,
  },
  'POST /organiser/editions/{edition}/visitors/{kind}/{visitor}/chase': {
    ...coordinator,
    summary: 'Remind an organisation or a volunteer who has not confirmed or not answered',
    body: nothing,
  },
  'GET /organiser/editions/{edition}/visitors/{kind}/{visitor}/withdraw': {
    ...looking,
    summary: 'What withdrawing an organisation or a volunteer does',
  },
  'POST /organiser/editions/{edition}/visitors/{kind}/{visitor}/withdraw': {
    ...coordinator,
    summary: 'Withdraw an organisation or a volunteer at their wish',
    body: withdrawal,
  },
  'GET /organiser/editions/{edition}/visitors/{kind}/{visitor}/merge': {
    ...looking,
    summary: 'Find another record of the same (`q`), or see both side by side (`with`)',
  },
  'POST /organiser/editions/{edition}/visitors/{kind}/{visitor}/merge': {
    ...coordinator,
    summary: 'Merge another record of the same into this one',
    body: mergeForm,
  },
} as const satisfies Record<string, RouteDeclaration>;

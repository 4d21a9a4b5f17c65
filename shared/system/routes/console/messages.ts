import * as z from 'zod/mini';
import { messageForm } from '../../../domain/message.ts';
import { dropForm, editForm, holdForm, resendForm, tickedForm } from '../../../domain/outgoing.ts';
import { nothing, type RouteDeclaration } from '../declaration.ts';

const people = { function: 'messages', auth: 'organiser', needs: 'viewer', personal: true } as const;
const coordinator = { function: 'messages', auth: 'organiser', needs: 'coordinator' } as const;

/** Mails and what became of them; the outbox; messages to many. */
export const messageRoutes = {
  'GET /organiser/editions/{edition}/mails': { ...people, summary: 'Mails and what became of them, newest first, page by page' },
  'GET /organiser/editions/{edition}/mails/{mail}': { ...people, summary: 'One mail as its reader sees it, and how it stands' },
  'GET /organiser/editions/{edition}/mails/{mail}/preview': {
    ...people,
    summary: 'One mail’s page alone, its links out of action',
  },
  'POST /organiser/editions/{edition}/mails/{mail}/edit': {
    ...coordinator,
    summary: 'Put another subject or a paragraph into a held mail',
    body: editForm,
  },
  'POST /organiser/editions/{edition}/mails/{mail}/drop': { ...coordinator, summary: 'Do not send a held mail', body: dropForm },
  'POST /organiser/editions/{edition}/mails/{mail}/resend': {
    ...coordinator,
    summary: 'Send a mail once more, with a fresh link, in five minutes',
    body: resendForm,
  },
  'GET /organiser/editions/{edition}/outbox': { ...people, summary: 'What waits in the outbox, and what it holds' },
  'POST /organiser/editions/{edition}/outbox/hold': {
    ...coordinator,
    summary: 'Choose which new mails wait in the outbox',
    body: holdForm,
  },
  'POST /organiser/editions/{edition}/outbox/send': {
    ...coordinator,
    summary: 'Send held mails in five minutes',
    body: tickedForm,
  },
  'POST /organiser/editions/{edition}/outbox/undo': {
    ...coordinator,
    summary: 'Keep mails that would go in less than five minutes',
    body: tickedForm,
  },
  'GET /organiser/editions/{edition}/messages': { ...people, summary: 'Messages to many' },
  'POST /organiser/editions/{edition}/messages': { ...coordinator, summary: 'Write a message to many', body: messageForm },
  'GET /organiser/editions/{edition}/write-message': { ...coordinator, summary: 'The form to write a message' },
  'GET /organiser/editions/{edition}/messages/{message}': {
    ...people,
    summary: 'One message: whom it goes to, as each of them reads it',
  },
  'GET /organiser/editions/{edition}/messages/{message}/preview': {
    ...people,
    summary: 'A message’s page for one reader, its links out of action',
  },
  'GET /organiser/editions/{edition}/messages/{message}/edit': { ...coordinator, summary: 'The form to change a message' },
  'POST /organiser/editions/{edition}/messages/{message}/edit': {
    ...coordinator,
    summary: 'Change a message that is not sent',
    body: messageForm,
  },
  'POST /organiser/editions/{edition}/messages/{message}/send': {
    ...coordinator,
    summary: 'Send a message in five minutes',
    body: z.strictObject({ version: z.int('Reload the page') }),
  },
  'POST /organiser/editions/{edition}/messages/{message}/undo': {
    ...coordinator,
    summary: 'Take back a message that has not gone',
    body: nothing,
  },
} as const satisfies Record<string, RouteDeclaration>;

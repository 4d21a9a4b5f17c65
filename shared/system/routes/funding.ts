import {
  claimForm,
  deliverableForm,
  heldForm,
  lineChangeForm,
  lineForm,
  matchForm,
  menuForm,
  needsForm,
  quoteForm,
  sessionForm,
  spendChangeForm,
  spendForm,
  unclaimForm,
  waveForm,
} from '../../domain/funding/forms.ts';
import { nothing, type RouteDeclaration } from './declaration.ts';

const viewer = { function: 'funding', auth: 'organiser', needs: 'viewer' } as const;
const coordinator = { function: 'funding', auth: 'organiser', needs: 'coordinator' } as const;
const byLink = { function: 'funding', auth: 'link' } as const;

/** A funded programme: money, promises, sessions from a menu, what counts for what, and the report to each funder. */
export const fundingRoutes = {
  'GET /organiser/editions/{edition}/funding': { ...viewer, summary: 'Every funder’s money, and what is spent of it' },
  'POST /organiser/editions/{edition}/funding': { ...coordinator, summary: 'Write a funder’s money down', body: lineForm },
  'GET /organiser/editions/{edition}/funding/lines/{line}': {
    ...viewer,
    summary: 'One funder’s money: what was promised and what was spent',
  },
  'POST /organiser/editions/{edition}/funding/lines/{line}': {
    ...coordinator,
    summary: 'Enter money spent; never more than there is, and never one reference twice',
    body: spendForm,
  },
  'GET /organiser/editions/{edition}/funding/lines/{line}/edit': { ...viewer, summary: 'A line, and how it stood before' },
  'POST /organiser/editions/{edition}/funding/lines/{line}/edit': {
    ...coordinator,
    summary: 'Put a line right',
    body: lineChangeForm,
  },
  'GET /organiser/editions/{edition}/funding/lines/{line}/deliverables': {
    ...viewer,
    summary: 'What a funder was promised, and how far it is',
  },
  'POST /organiser/editions/{edition}/funding/lines/{line}/deliverables': {
    ...coordinator,
    summary: 'Promise a deliverable, or put one right',
    body: deliverableForm,
  },
  'GET /organiser/editions/{edition}/funding/lines/{line}/spend/{spend}': {
    ...viewer,
    summary: 'One entry, and how it stood before',
  },
  'POST /organiser/editions/{edition}/funding/lines/{line}/spend/{spend}': {
    ...coordinator,
    summary: 'Put an entry right',
    body: spendChangeForm,
  },
  'POST /organiser/editions/{edition}/funding/lines/{line}/spend/{spend}/undo': {
    ...coordinator,
    summary: 'Undo an entry; it stays to be seen',
    body: nothing,
  },
  'GET /organiser/editions/{edition}/funding/lines/{line}/claims': {
    ...viewer,
    summary: 'What was held, and what each counts for',
  },
  'POST /organiser/editions/{edition}/funding/lines/{line}/claims': {
    ...coordinator,
    summary: 'Claim an output for one deliverable; nobody else can then',
    body: claimForm,
  },
  'POST /organiser/editions/{edition}/funding/lines/{line}/claims/undo': {
    ...coordinator,
    summary: 'Take a claim back',
    body: unclaimForm,
  },
  'GET /organiser/editions/{edition}/funding/lines/{line}/report': { ...viewer, summary: 'The report to one funder' },
  'GET /organiser/editions/{edition}/funding/lines/{line}/report/{file}': {
    ...viewer,
    summary: 'The same as a file: `report.csv`',
  },
  'GET /organiser/editions/{edition}/funding/sessions': {
    ...viewer,
    summary: 'The menu, what schools asked for, and who has had what',
  },
  'POST /organiser/editions/{edition}/funding/sessions': {
    ...coordinator,
    summary: 'Put a session on the menu, or put one right',
    body: menuForm,
  },
  'GET /organiser/editions/{edition}/funding/sessions/{session}': {
    ...viewer,
    summary: 'One session that a school asked for, and who could come',
  },
  'POST /organiser/editions/{edition}/funding/sessions/{session}/match': {
    ...coordinator,
    summary: 'Say who comes',
    body: matchForm,
  },
  'POST /organiser/editions/{edition}/funding/sessions/{session}/held': {
    ...coordinator,
    summary: 'Write down who was there',
    body: heldForm,
  },
  'POST /organiser/editions/{edition}/funding/sessions/{session}/cancel': {
    ...coordinator,
    summary: 'Call a session off',
    body: nothing,
  },
  'GET /organiser/editions/{edition}/funding/evaluation': { ...viewer, summary: 'What people said, and when they were asked' },
  'POST /organiser/editions/{edition}/funding/evaluation': {
    ...coordinator,
    summary: 'Write down when people were asked, with adults’ answers as counts',
    body: waveForm,
  },
  'GET /organiser/editions/{edition}/funding/evaluation/needs': { ...viewer, summary: 'Need beside what schools got' },
  'POST /organiser/editions/{edition}/funding/evaluation/needs': {
    ...coordinator,
    summary: 'Say the need of schools: every line, or none',
    body: needsForm,
  },
  'GET /organiser/editions/{edition}/funding/evaluation/quotes': { ...viewer, summary: 'Results that others published' },
  'POST /organiser/editions/{edition}/funding/evaluation/quotes': {
    ...coordinator,
    summary: 'Quote a result that others published',
    body: quoteForm,
  },
  'GET /my/sector-sessions': { ...byLink, summary: 'The menu of sector sessions, and what a school asked for' },
  'POST /my/sector-sessions': { ...byLink, summary: 'Ask for a session', body: sessionForm },
  'POST /my/sector-sessions/{session}/cancel': { ...byLink, summary: 'Call a session off', body: nothing },
} as const satisfies Record<string, RouteDeclaration>;

import { edition } from '../../domain/edition.ts';
import { historyEntry } from '../../domain/history.ts';
import { chase, note } from '../../domain/note.ts';
import { strategy } from '../../domain/portfolio/strategy.ts';
import { programme } from '../../domain/programme.ts';
import { task } from '../../domain/task.ts';
import { team } from '../../domain/team.ts';
import type { ItemDeclarations } from './declaration.ts';

/** Programmes and their editions, who organises them, and what they wrote and did. */
export const programmeItems = {
  programme: { pk: 'PROGRAMMES', sk: 'PROGRAMME#{programme}', schema: programme, access: 'list the programmes' },
  strategy: {
    pk: 'STRATEGIES',
    sk: 'STRATEGY#{strategy}',
    schema: strategy,
    access: 'list what the programmes are for',
  },
  edition: { pk: 'EDITIONS', sk: 'EDITION#{edition}', schema: edition, access: 'read an edition; list them all' },
  team: { pk: 'TEAMS', sk: 'TEAM#{edition}', schema: team, access: 'who may do what in an edition; list all teams' },
  task: {
    pk: 'EDITION#{edition}#TASKS',
    sk: '{kind}#{subject}',
    schema: task,
    access: 'what waits for an organiser, kind by kind',
  },
  history: {
    pk: 'EDITION#{edition}#HISTORY#{subject}',
    sk: '{at}_{entry}',
    schema: historyEntry,
    access: 'the timeline of one subject, newest first',
  },
  audit: {
    pk: 'EDITION#{edition}#AUDIT',
    sk: '{at}_{entry}',
    schema: historyEntry,
    access: 'everything that happened in an edition, newest first',
  },
  note: {
    pk: 'EDITION#{edition}#NOTES#{subject}',
    sk: 'NOTE#{note}',
    schema: note,
    access: 'what organisers wrote about one subject, oldest first',
  },
  chase: {
    pk: 'EDITION#{edition}#NOTES#{subject}',
    sk: 'CHASE',
    schema: chase,
    access: 'when somebody was last reminded',
  },
} as const satisfies ItemDeclarations;

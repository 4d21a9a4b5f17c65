import { classRoutes } from '#shared/system/routes/classes.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { dynamoReader, dynamoWriter } from '../runtime/table.ts';
import { change, open, showClass, showClasses, showSheet } from './classes/class.ts';
import { deleteKey, showCodes } from './classes/codes.ts';
import { enter, showTally } from './classes/tally.ts';

/** A teacher's classes: their codes, what was counted by hand, and sheets. */
export const handler = http(
  'classes',
  classRoutes,
  { 'table:read': dynamoReader, 'table:write': dynamoWriter },
  {
    'GET /my/classes': showClasses,
    'POST /my/classes': { act: open, form: showClasses },
    'GET /my/classes/{code}': showClass,
    'POST /my/classes/{code}': { act: change, form: showClass },
    'GET /my/classes/{code}/tally': showTally,
    'POST /my/classes/{code}/tally': { act: enter, form: showTally },
    'GET /my/classes/{code}/codes': showCodes,
    'POST /my/classes/{code}/codes/delete': { act: deleteKey },
    'GET /my/classes/{code}/sheet': showSheet,
  },
  problemPage,
);

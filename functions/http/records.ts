import { recordRoutes } from '#shared/system/routes/records.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { showMerge } from './records/duplicates.ts';
import { mergeRecords } from './records/merge.ts';
import {
  chaseSchool,
  editSchool,
  noteSchool,
  showSchool,
  showSchoolEdit,
  showSchoolWithdrawal,
  withdrawSchoolFor,
} from './records/schools.ts';
import {
  approveVisitor,
  chaseVisitor,
  editVisitor,
  noteVisitor,
  showVisitor,
  showVisitorEdit,
  showVisitorWithdrawal,
  withdrawVisitorFor,
} from './records/visitors.ts';

/** One school, organisation or volunteer: what we hold, and what an organiser does for them. */
export const handler = http(
  'records',
  recordRoutes,
  tableAdapters,
  {
    'GET /organiser/editions/{edition}/registrations/{urn}/{registration}': showSchool,
    'GET /organiser/editions/{edition}/registrations/{urn}/{registration}/edit': showSchoolEdit,
    'POST /organiser/editions/{edition}/registrations/{urn}/{registration}/edit': { act: editSchool, form: showSchoolEdit },
    'POST /organiser/editions/{edition}/registrations/{urn}/{registration}/notes': { act: noteSchool, form: showSchool },
    'POST /organiser/editions/{edition}/registrations/{urn}/{registration}/chase': { act: chaseSchool, form: showSchool },
    'GET /organiser/editions/{edition}/registrations/{urn}/{registration}/withdraw': showSchoolWithdrawal,
    'POST /organiser/editions/{edition}/registrations/{urn}/{registration}/withdraw': {
      act: withdrawSchoolFor,
      form: showSchoolWithdrawal,
    },
    'GET /organiser/editions/{edition}/visitors/{kind}/{visitor}': showVisitor,
    'POST /organiser/editions/{edition}/visitors/{kind}/{visitor}/approve': { act: approveVisitor, form: showVisitor },
    'GET /organiser/editions/{edition}/visitors/{kind}/{visitor}/edit': showVisitorEdit,
    'POST /organiser/editions/{edition}/visitors/{kind}/{visitor}/edit': { act: editVisitor, form: showVisitorEdit },
    'POST /organiser/editions/{edition}/visitors/{kind}/{visitor}/notes': { act: noteVisitor, form: showVisitor },
    'POST /organiser/editions/{edition}/visitors/{kind}/{visitor}/chase': { act: chaseVisitor, form: showVisitor },
    'GET /organiser/editions/{edition}/visitors/{kind}/{visitor}/withdraw': showVisitorWithdrawal,
    'POST /organiser/editions/{edition}/visitors/{kind}/{visitor}/withdraw': {
      act: withdrawVisitorFor,
      form: showVisitorWithdrawal,
    },
    'GET /organiser/editions/{edition}/visitors/{kind}/{visitor}/merge': showMerge,
    'POST /organiser/editions/{edition}/visitors/{kind}/{visitor}/merge': { act: mergeRecords, form: showMerge },
  },
  problemPage,
);

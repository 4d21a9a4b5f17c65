import { fundingRoutes } from '#shared/system/routes/funding.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { claim, showClaims, unclaim } from './funding/claims.ts';
import { keepAsking, keepNeeds, keepQuote, showEvaluation, showNeeds, showQuotes } from './funding/evaluation.ts';
import { changeLine, keepLine, promise, showDeliverables, showFunding, showLineForm } from './funding/lines.ts';
import { showReport, takeReport } from './funding/report.ts';
import { askFor, callOff, showMine } from './funding/school.ts';
import { cancel, hold, keepEntry, match, showSession, showSessions } from './funding/sessions.ts';
import { correct, enter, showLine, showSpend, undo } from './funding/spend.ts';

/** A funded programme: money, promises, sessions from a menu, what counts for what, and the report to each funder. */
export const handler = http(
  'funding',
  fundingRoutes,
  tableAdapters,
  {
    'GET /organiser/editions/{edition}/funding': showFunding,
    'POST /organiser/editions/{edition}/funding': { act: keepLine, form: showFunding },
    'GET /organiser/editions/{edition}/funding/lines/{line}': showLine,
    'POST /organiser/editions/{edition}/funding/lines/{line}': { act: enter, form: showLine },
    'GET /organiser/editions/{edition}/funding/lines/{line}/edit': showLineForm,
    'POST /organiser/editions/{edition}/funding/lines/{line}/edit': { act: changeLine, form: showLineForm },
    'GET /organiser/editions/{edition}/funding/lines/{line}/deliverables': showDeliverables,
    'POST /organiser/editions/{edition}/funding/lines/{line}/deliverables': { act: promise, form: showDeliverables },
    'GET /organiser/editions/{edition}/funding/lines/{line}/spend/{spend}': showSpend,
    'POST /organiser/editions/{edition}/funding/lines/{line}/spend/{spend}': { act: correct, form: showSpend },
    'POST /organiser/editions/{edition}/funding/lines/{line}/spend/{spend}/undo': { act: undo, form: showSpend },
    'GET /organiser/editions/{edition}/funding/lines/{line}/claims': showClaims,
    'POST /organiser/editions/{edition}/funding/lines/{line}/claims': { act: claim, form: showClaims },
    'POST /organiser/editions/{edition}/funding/lines/{line}/claims/undo': { act: unclaim, form: showClaims },
    'GET /organiser/editions/{edition}/funding/lines/{line}/report': showReport,
    'GET /organiser/editions/{edition}/funding/lines/{line}/report/{file}': takeReport,
    'GET /organiser/editions/{edition}/funding/sessions': showSessions,
    'POST /organiser/editions/{edition}/funding/sessions': { act: keepEntry, form: showSessions },
    'GET /organiser/editions/{edition}/funding/sessions/{session}': showSession,
    'POST /organiser/editions/{edition}/funding/sessions/{session}/match': { act: match, form: showSession },
    'POST /organiser/editions/{edition}/funding/sessions/{session}/held': { act: hold, form: showSession },
    'POST /organiser/editions/{edition}/funding/sessions/{session}/cancel': { act: cancel, form: showSession },
    'GET /organiser/editions/{edition}/funding/evaluation': showEvaluation,
    'POST /organiser/editions/{edition}/funding/evaluation': { act: keepAsking, form: showEvaluation },
    'GET /organiser/editions/{edition}/funding/evaluation/needs': showNeeds,
    'POST /organiser/editions/{edition}/funding/evaluation/needs': { act: keepNeeds, form: showNeeds },
    'GET /organiser/editions/{edition}/funding/evaluation/quotes': showQuotes,
    'POST /organiser/editions/{edition}/funding/evaluation/quotes': { act: keepQuote, form: showQuotes },
    'GET /my/sector-sessions': showMine,
    'POST /my/sector-sessions': { act: askFor, form: showMine },
    'POST /my/sector-sessions/{session}/cancel': { act: callOff, form: showMine },
  },
  problemPage,
);

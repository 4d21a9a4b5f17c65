import { contextRoutes } from '#shared/system/routes/context.ts';
import { problemPage } from '#web/pages/errors.ts';
import { http } from '../runtime/http.ts';
import { tableAdapters } from '../runtime/table.ts';
import { checkBenchmarks, showBenchmarks } from './context/benchmarks.ts';
import { keepFigures, showHeld } from './context/by-hand.ts';
import { checkContextFile, keepContextFile, showContextForm, showContextImport, undoContextFile } from './context/import.ts';
import { keepCaseStudy, removeCaseStudy, showCaseStudies, showCaseStudy } from './context/case-studies.ts';
import { keepJudgements, showJudgements } from './context/judgements.ts';
import { showContext, takeContext } from './context/show.ts';

/** The city beside its programme: figures of its schools through the years, its neighbours and England. */
export const handler = http(
  'context',
  contextRoutes,
  tableAdapters,
  {
    'GET /editions/{edition}/context': showContext,
    'GET /editions/{edition}/context/{file}': takeContext,
    'GET /organiser/editions/{edition}/context': showHeld,
    'POST /organiser/editions/{edition}/context': { act: keepFigures, form: showHeld },
    'GET /organiser/editions/{edition}/context/benchmarks': showBenchmarks,
    'POST /organiser/editions/{edition}/context/benchmarks': { act: checkBenchmarks, form: showBenchmarks },
    'GET /organiser/editions/{edition}/context/judgements': showJudgements,
    'POST /organiser/editions/{edition}/context/judgements': { act: keepJudgements, form: showJudgements },
    'GET /editions/{edition}/case-studies/{study}': showCaseStudy,
    'GET /organiser/editions/{edition}/case-studies': showCaseStudies,
    'POST /organiser/editions/{edition}/case-studies': { act: keepCaseStudy, form: showCaseStudies },
    'POST /organiser/editions/{edition}/case-studies/{study}/remove': { act: removeCaseStudy },
    'GET /organiser/editions/{edition}/context/import': showContextForm,
    'POST /organiser/editions/{edition}/context/import': { act: checkContextFile, form: showContextForm },
    'GET /organiser/editions/{edition}/context/import/{import}': showContextImport,
    'POST /organiser/editions/{edition}/context/import/{import}/confirm': { act: keepContextFile },
    'POST /organiser/editions/{edition}/context/import/{import}/undo': { act: undoContextFile },
  },
  problemPage,
);

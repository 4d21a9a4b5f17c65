import { checkSentence } from '#shared/domain/claims/check.ts';
import { type ClaimFigure, figuresInTable } from '#shared/domain/claims/claim-figure.ts';
import { reportClaimFigures } from '#shared/domain/claims/report-figures.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { checkPage } from '#web/organiser/check.ts';
import { sentencesIn } from '#web/report/sentences.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { findEdition } from '../find.ts';
import { previewOf } from './reports.ts';

type Shown = 'GET /organiser/editions/{edition}/impact/check' | 'POST /organiser/editions/{edition}/impact/check';

/** The box to check sentences in. */
export async function showCheck(
  { ports: { read }, params, session }: Call<Shown, 'reporting'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  return { page: checkPage({ ...found, organiser: session, filled }), data: {} };
}

/** Checks sentences against the figures as they stand, or against a table that came with them. Changes nothing. */
export async function check(call: PostCall<'POST /organiser/editions/{edition}/impact/check', 'reporting'>): Promise<Answer> {
  const { ports, params, session, body, now } = call;
  const found = await findEdition(ports.read, params.edition, { drafts: true });
  const figures = body.table === undefined ? reportClaimFigures(await previewOf(ports.read, params, now)) : tableIn(body.table);
  const checked = sentencesIn(body.sentence).map((sentence) => ({ sentence, claims: checkSentence(sentence, figures) }));
  const values = { sentence: [body.sentence], ...(body.table === undefined ? {} : { table: [body.table] }) };
  return {
    page: checkPage({ ...found, organiser: session, checked, filled: { values, issues: [] } }),
    data: { checked },
  };
}

function tableIn(text: string): readonly ClaimFigure[] {
  const figures = figuresInTable(text);
  if (!('line' in figures)) return figures;
  const message = `Line ${figures.line}: write measure; subject; year; value`;
  throw new AppError('invalid', 'table-line', `${message}.`, [{ path: 'table', message }]);
}

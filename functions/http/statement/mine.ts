import { prepareOrganisation, prepareVolunteer } from '#shared/domain/statement.ts';
import { statementPage } from '#web/statement/page.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { findEdition } from '../find.ts';
import { keepVisitor } from '../my/keep-visitor.ts';
import { readStatement } from './read.ts';

/** What the reader of a link gave and met, as it is counted now. */
export async function showStatement(
  { ports: { read }, session }: Call<'GET /my/statement' | 'POST /my/statement', 'statement'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await readStatement(read, session);
  const { statement, reader } = found;
  return {
    page: statementPage({ ...found, filled }),
    data: { statement: { ...statement, held: statement.held.length }, reader },
  };
}

/** Keeps how long an organisation or a volunteer prepared. */
export async function recordPreparation(call: PostCall<'POST /my/statement', 'statement'>): Promise<Answer> {
  const { ports, session, body: form } = call;
  const { edition } = await findEdition(ports.read, session.edition, { tried: true });
  await keepVisitor(call, {
    organisation: (current) => prepareOrganisation(current, { edition, form }),
    volunteer: (current) => prepareVolunteer(current, { edition, form }),
  });
  return { seeOther: '/my/statement', data: { preparationHours: form.preparationHours } };
}

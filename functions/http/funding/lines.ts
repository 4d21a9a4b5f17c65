import type { FundingLine, OutputClaim } from '#shared/domain/funding/items.ts';
import { addLine, correctLine, keepDeliverable } from '#shared/domain/funding/lines.ts';
import { deliverablesPage } from '#web/funding/deliverables.ts';
import { fundingPage, lineFormPage } from '#web/funding/lines.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { findEdition } from '../find.ts';
import { currentLine, findMoney, findOneLine, linePath } from './find.ts';
import { findProgress } from './progress.ts';

type Path = '/organiser/editions/{edition}/funding';
type LinePath = `${Path}/lines/{line}`;

/** Every funder's money, what is spent and delivered of it, and the form for another line. */
export async function showFunding(
  { ports: { read }, params, session }: Call<`${'GET' | 'POST'} ${Path}`, 'funding'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findMoney(read, params.edition);
  return { page: fundingPage({ ...found, organiser: session, filled }), data: { lines: found.lines } };
}

/** Writes a funder's money down. */
export async function keepLine(call: PostCall<`POST ${Path}`, 'funding'>): Promise<Answer> {
  const { ports, params, body } = call;
  await findEdition(ports.read, params.edition, { drafts: true });
  const { line, ...form } = body;
  const key = { edition: params.edition, line };
  await accept<FundingLine>(call, {
    edition: params.edition,
    find: () => ports.read.get('fundingLine', key),
    decide: (current) => addLine(current, { ...key, form }),
    writes: (item, when) => [{ put: 'fundingLine', item, when }],
    reference: (state) => state.line,
  });
  return { seeOther: linePath(key), data: { line } };
}

/** The form that puts a line right, with how it stood before. */
export async function showLineForm(
  { ports: { read }, params, session }: Call<`${'GET' | 'POST'} ${LinePath}/edit`, 'funding'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findOneLine(read, params);
  return { page: lineFormPage({ ...found, organiser: session, filled }), data: { line: found.line } };
}

/** Puts a line right. */
export async function changeLine(call: PostCall<`POST ${LinePath}/edit`, 'funding'>): Promise<Answer> {
  const { ports, params, body, now, session } = call;
  await findEdition(ports.read, params.edition, { drafts: true });
  const line = await currentLine(ports.read, params);
  await accept<FundingLine>(call, {
    edition: params.edition,
    find: () => currentLine(ports.read, params),
    decide: (current = line) => correctLine(current, body, { now, by: session.organiser }),
    writes: (item, when) => [{ put: 'fundingLine', item, when }],
    reference: (state) => state.line,
  });
  return { seeOther: linePath(params), data: { line: params.line } };
}

/** What a funder is promised, how far it is, and the form for more. */
export async function showDeliverables(
  { ports: { read }, params, session }: Call<`${'GET' | 'POST'} ${LinePath}/deliverables`, 'funding'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findOneLine(read, params);
  const progress = await findProgress(read, found);
  return {
    page: deliverablesPage({ ...found, organiser: session, progress, filled }),
    data: { deliverables: progress },
  };
}

/** Promises a deliverable, or puts one right. */
export async function promise(call: PostCall<`POST ${LinePath}/deliverables`, 'funding'>): Promise<Answer> {
  const { ports, params, body } = call;
  const { line } = await findOneLine(ports.read, params);
  let claims: readonly OutputClaim[] = [];
  await accept<FundingLine>(call, {
    edition: params.edition,
    find: async () => {
      const current = await currentLine(ports.read, params);
      claims = await ports.read.list('outputClaim', params);
      return current;
    },
    decide: (current = line) => keepDeliverable(current, body, claims),
    writes: (item, when) => [{ put: 'fundingLine', item, when }],
    reference: (state) => state.line,
  });
  return { seeOther: `${linePath(params)}/deliverables`, data: { deliverable: body.deliverable } };
}

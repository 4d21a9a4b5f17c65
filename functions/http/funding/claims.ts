import type { OutputClaim } from '#shared/domain/funding/items.ts';
import { claimOutput, type Output, outputIn } from '#shared/domain/funding/outputs.ts';
import type { TableReader, Write } from '#shared/ports.ts';
import { claimsPage } from '#web/funding/claims.ts';
import { sayClaim } from '#web/funding/say-claim.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { outboxWrite } from '../../runtime/outbox.ts';
import { accept } from '../accept.ts';
import { currentLine, findOneLine, linePath } from './find.ts';
import { findOutputs } from './progress.ts';

type Path = '/organiser/editions/{edition}/funding/lines/{line}/claims';

/** What was held, what each counts for, and the form to claim more for this line. */
export async function showClaims(
  { ports: { read }, params, session }: Call<`GET ${Path}` | `POST ${Path}` | `POST ${Path}/undo`, 'funding'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findOneLine(read, params);
  const outputs = await findOutputs(read, params);
  return {
    page: claimsPage({ ...found, organiser: session, outputs, filled }),
    data: { claims: found.claims, outputs },
  };
}

/** Claims an output: whoever is first has it. What it counts for, and a session or a wave, are held fast by the same write. */
export async function claim(call: PostCall<`POST ${Path}`, 'funding'>): Promise<Answer> {
  const { ports, params, body: form, now, session } = call;
  const found = await findOneLine(ports.read, params);
  const key = { edition: params.edition, ...outputIn(form) };
  let { line } = found;
  let [outputs, fast]: [Output[], Write[]] = [[], []];
  await accept<OutputClaim>(call, {
    edition: params.edition,
    find: async () => {
      line = await currentLine(ports.read, params);
      fast = await heldFast(ports.read, key);
      outputs = await findOutputs(ports.read, params);
      return ports.read.get('outputClaim', key);
    },
    decide: (current) =>
      claimOutput(current, { line, form, outputs, say: (one) => sayClaim(one, found) }, { now, by: session.organiser }),
    writes: (item, when) => [
      { put: 'outputClaim', item, when },
      { put: 'fundingLine', item: { ...line, version: line.version + 1 }, when: { version: line.version } },
      ...fast,
    ],
    reference: ({ output }) => output,
  });
  return { seeOther: `${linePath(params)}/claims`, data: key };
}

/** Takes a claim of this line back. Taken back already, it stays so. */
export async function unclaim(call: PostCall<`POST ${Path}/undo`, 'funding'>): Promise<Answer> {
  const { ports, params, body } = call;
  await findOneLine(ports.read, params);
  const key = { edition: params.edition, ...outputIn(body) };
  const current = await ports.read.get('outputClaim', key);
  if (current?.line === params.line) {
    const data = { what: 'claim', how: 'undone', subject: key.output } as const;
    await ports.write.transact([
      { remove: 'outputClaim', key, when: { line: current.line, version: current.version } },
      ...outboxWrite(params.edition, [{ type: 'funding.changed.v1', data }], call),
    ]);
  }
  return { seeOther: `${linePath(params)}/claims`, data: key };
}

type OutputKey = ReturnType<typeof outputIn> & { readonly edition: string };

/** A session or a time of asking that is claimed must still be as it was read. */
async function heldFast(read: TableReader, { edition, kind, output }: OutputKey): Promise<Write[]> {
  if (kind === 'session') {
    const one = await read.get('sectorSession', { edition, session: output });
    return one ? [{ put: 'sectorSession', item: { ...one, version: one.version + 1 }, when: { version: one.version } }] : [];
  }
  if (kind === 'event') return [];
  const one = await read.get('evaluationWave', { edition, wave: output });
  return one ? [{ put: 'evaluationWave', item: { ...one, version: one.version + 1 }, when: { version: one.version } }] : [];
}

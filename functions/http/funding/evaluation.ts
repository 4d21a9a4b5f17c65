import type { EvaluationWave, PublishedResult } from '#shared/domain/funding/items.ts';
import { allocationOf, bandsOf, changesByBand, readBands } from '#shared/domain/funding/needs.ts';
import { answeredHere, keepWave, waveFigures } from '#shared/domain/funding/waves.ts';
import { changesIn } from '#shared/domain/disclosure/course-changes.ts';
import { pupilsTwice } from '#shared/domain/instruments/pupils.ts';
import { AppError } from '#shared/kernel/errors.ts';
import type { TableReader } from '#shared/ports.ts';
import { evaluationPage } from '#web/funding/evaluation.ts';
import { needsPage } from '#web/funding/needs.ts';
import { quotesPage } from '#web/funding/quotes.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { outboxWrite } from '../../runtime/outbox.ts';
import { accept } from '../accept.ts';
import { findContext, shownIn } from '../context/find.ts';
import { findEdition, schoolsOf } from '../find.ts';

type Path = '/organiser/editions/{edition}/funding/evaluation';

/** How it was, and who needs what: waves, paired change, bands, allocation, and what others published. */
export async function findEvaluation(read: TableReader, edition: string) {
  const key = { edition };
  const found = await findEdition(read, edition, { drafts: true });
  const [waves, all, totals, registrations, schools, typed, sessions, spends, quotes, context] = await Promise.all([
    read.list('evaluationWave', key),
    read.get('editionTotal', key),
    read.list('classTotal', key),
    read.list('registration', key),
    schoolsOf(found.programme, read),
    read.list('schoolNeed', key),
    read.list('sectorSession', key),
    read.list('spendEntry', key),
    read.list('publishedResult', key),
    findContext(found.programme, read),
  ]);
  const taking = registrations
    .filter(({ state }) => state === 'confirmed')
    .toSorted((a, b) => a.schoolName.localeCompare(b.schoolName, 'en-GB'));
  const bands = bandsOf(schools, typed);
  const asked = all?.children?.find(({ instrument }) => instrument === pupilsTwice.instrument);
  return {
    ...found,
    waves: waves
      .toSorted((a, b) => a.on.localeCompare(b.on))
      .map((wave) => ({ wave, figures: waveFigures(wave, all?.adults ?? []) })),
    changes: asked ? changesIn(pupilsTwice, asked) : undefined,
    byBand: changesByBand(totals, bands),
    allocation: allocationOf(
      taking.map(({ urn }) => urn),
      bands,
      { sessions, spends },
    ),
    sessions,
    called: new Map(taking.map(({ urn, schoolName }) => [urn, schoolName])),
    quotes,
    indicators: shownIn(context),
  };
}

/** How it was: waves and paired change, and the form for a wave. */
export async function showEvaluation(
  { ports: { read }, params, session }: Call<`${'GET' | 'POST'} ${Path}`, 'funding'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findEvaluation(read, params.edition);
  const { waves, changes, byBand } = found;
  return {
    page: evaluationPage({ ...found, organiser: session, filled }),
    data: { waves, changes: changes ?? null, byBand },
  };
}

/** Keeps one time of asking. */
export async function keepAsking(call: PostCall<`POST ${Path}`, 'funding'>): Promise<Answer> {
  const { ports, params, body: form, now } = call;
  const { edition } = params;
  await findEdition(ports.read, edition, { drafts: true });
  const key = { edition, wave: form.wave };
  const answered = answeredHere(await ports.read.get('editionTotal', { edition }));
  let claimed = false;
  await accept<EvaluationWave>(call, {
    edition,
    find: async () => {
      const current = await ports.read.get('evaluationWave', key);
      claimed = (await ports.read.get('outputClaim', { edition, kind: 'wave', output: form.wave })) !== undefined;
      return current;
    },
    decide: (current) => keepWave(current, { edition, form, answered, claimed, now }),
    writes: (item, when) => [{ put: 'evaluationWave', item, when }],
    reference: ({ wave }) => wave,
  });
  return { seeOther: `/organiser/editions/${edition}/funding/evaluation`, data: key };
}

/** Need beside allocation, school by school, and the form for bands that the register does not say. */
export async function showNeeds(
  { ports: { read }, params, session }: Call<`${'GET' | 'POST'} ${Path}/needs`, 'funding'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findEvaluation(read, params.edition);
  return { page: needsPage({ ...found, organiser: session, filled }), data: { allocation: found.allocation } };
}

/** Keeps the bands of schools: every line, or none. */
export async function keepNeeds(call: PostCall<`POST ${Path}/needs`, 'funding'>): Promise<Answer> {
  const { ports, params, body } = call;
  const { edition } = params;
  await findEdition(ports.read, edition, { drafts: true });
  const [registrations, held] = await Promise.all([
    ports.read.list('registration', { edition }),
    ports.read.list('schoolNeed', { edition }),
  ]);
  const known = new Set(registrations.filter(({ state }) => state === 'confirmed').map(({ urn }) => urn));
  const bands = readBands(body.bands, known);
  if (bands.size > 80) throw new AppError('invalid', 'funding-bands', 'Enter at most 80 schools at once.');
  const writes = [...bands].map(([urn, band]) => {
    const before = held.find((one) => one.urn === urn);
    const item = { edition, urn, band, source: body.source, version: (before?.version ?? 0) + 1 };
    return { put: 'schoolNeed' as const, item, when: before ? { version: before.version } : ('absent' as const) };
  });
  const data = { what: 'need', how: 'entered', subject: 'needs' } as const;
  const { ok } = await ports.write.transact([...writes, ...outboxWrite(edition, [{ type: 'funding.changed.v1', data }], call)]);
  if (!ok) throw new AppError('conflict', 'funding-changed', 'Somebody changed these bands meanwhile. Try again.');
  return { seeOther: `/organiser/editions/${edition}/funding/evaluation/needs`, data: { schools: bands.size } };
}

/** What others published, and the form for one result. */
export async function showQuotes(
  { ports: { read }, params, session }: Call<`${'GET' | 'POST'} ${Path}/quotes`, 'funding'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  const quotes = await read.list('publishedResult', params);
  return { page: quotesPage({ ...found, organiser: session, quotes, filled }), data: { quotes } };
}

/** Keeps a result that others published, or puts one right. */
export async function keepQuote(call: PostCall<`POST ${Path}/quotes`, 'funding'>): Promise<Answer> {
  const { ports, params, body } = call;
  await findEdition(ports.read, params.edition, { drafts: true });
  const key = { edition: params.edition, quote: body.quote };
  await accept<PublishedResult>(call, {
    edition: params.edition,
    find: () => ports.read.get('publishedResult', key),
    decide: (current) => ({
      state: { ...body, edition: params.edition, version: (current?.version ?? 0) + 1 },
      facts: [
        { type: 'funding.changed.v1', data: { what: 'quote', how: current ? 'corrected' : 'entered', subject: body.quote } },
      ],
    }),
    writes: (item, when) => [{ put: 'publishedResult', item, when }],
    reference: ({ quote }) => quote,
  });
  return { seeOther: `/organiser/editions/${params.edition}/funding/evaluation/quotes`, data: key };
}

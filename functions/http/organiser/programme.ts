import { changeProgramme, type Programme } from '#shared/domain/programme.ts';
import type { TableReader } from '#shared/ports.ts';
import { programmePage } from '#web/organiser/programme.ts';
import type { Answer } from '../../runtime/answer.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { accept } from '../accept.ts';
import { required } from '../confirm-school.ts';
import { findEdition } from '../find.ts';

type Path = '/organiser/editions/{edition}/programme';

/** What the programme of an edition is called, where it is, its colour and its contact, to change. */
export async function showProgramme(
  { ports: { read }, params, session }: Call<`${'GET' | 'POST'} ${Path}`, 'organiser'>,
  filled?: Filled,
): Promise<Answer> {
  const found = await findEdition(read, params.edition, { drafts: true });
  // A draft that is tried has a made-up local authority besides.
  const current = required(await read.get('programme', found.edition));
  return { page: programmePage({ ...found, organiser: session, current, filled }), data: { programme: current } };
}

/** Changes the programme, for all its editions. */
export async function setProgramme(call: PostCall<`POST ${Path}`, 'organiser'>): Promise<Answer> {
  const { ports, params, body } = call;
  const { edition } = await findEdition(ports.read, params.edition, { drafts: true });
  let used: readonly string[] = [];
  await accept<Programme>(call, {
    edition: params.edition,
    find: async () => {
      const current = required(await ports.read.get('programme', edition));
      const left = current.localAuthorities.filter((code) => !body.localAuthorities.includes(code));
      used = await usedOf(left, params.edition, ports.read);
      return current;
    },
    decide: (current) => changeProgramme(required(current), { form: body, used }),
    writes: (item, when) => [{ put: 'programme', item, when }],
    reference: ({ programme }) => programme,
  });
  return { seeOther: `/organiser/editions/${params.edition}/settings`, data: {} };
}

/** Those of some local authorities whose schools take part in an edition. */
async function usedOf(codes: readonly string[], edition: string, read: TableReader): Promise<string[]> {
  if (codes.length === 0) return [];
  const taking = (await read.list('registration', { edition })).filter(({ state }) => state !== 'withdrawn');
  const urns = new Set(taking.map(({ urn }) => urn));
  const lists = await Promise.all(codes.map((la) => read.list('school', { la })));
  return codes.filter((_, index) => lists[index]?.some(({ urn }) => urns.has(urn)));
}

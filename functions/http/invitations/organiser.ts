import type { Decision } from '#shared/domain/decision.ts';
import {
  invitationState,
  type InviteForm,
  invite,
  mayRemind,
  remind,
  type SignUpInvitation,
} from '#shared/domain/sign-up-invitation.ts';
import { type Candidate, type Invited, readAddresses, sortOut, tookPart } from '#shared/domain/whom-to-invite.ts';
import { journeyKinds, type JourneyKind } from '#shared/domain/journeys.ts';
import { AppError } from '#shared/kernel/errors.ts';
import { inviteCheckPage } from '#web/invitations/check-page.ts';
import { type InvitationRow, invitationsPage, rowStates } from '#web/invitations/list-page.ts';
import { readEverybody } from '#web/mail/everybody.ts';
import { signUpInvitationLetter } from '#web/mail/letters/sign-up-invitation.ts';
import type { Answer } from '../../runtime/answer.ts';
import { isAmong } from '../../runtime/address-key.ts';
import type { Call, Filled, PostCall } from '../../runtime/http.ts';
import { outboxWrite } from '../../runtime/outbox.ts';
import { findEdition, schoolsOf } from '../find.ts';
import { readersLink } from '../messages/mail.ts';
import { editionBefore } from '../organiser/earlier-events.ts';

type Path = '/organiser/editions/{edition}/invitations';
type Any = Call<`GET ${Path}`, 'invitations'> | Call<`POST ${Path}` | `POST ${Path}/remind`, 'invitations'>;
type Post = PostCall<`POST ${Path}`, 'invitations'>;

/** Who was invited and what became of it, how many of each, and the forms to invite more or to remind. */
export async function showInvitations(call: Any, filled?: Filled): Promise<Answer> {
  const { ports, params, session, query, now } = call;
  const found = await findEdition(ports.read, params.edition, { drafts: true });
  const [rows, before] = await Promise.all([rowsOf(call), editionBefore({ edition: found.edition, session, read: ports.read })]);
  const state = rowStates.find((one) => one === query['state']);
  const done = /^\d{1,4}$/.test(query['done'] ?? '') ? Number(query['done']) : undefined;
  const page = invitationsPage({ ...found, organiser: session, rows, state, before, now, done, filled });
  return { page, data: { invitations: rows.map(({ one, state: stands }) => ({ ...one, state: stands })) } };
}

/** Everybody who was invited, newest first, and how they stand. */
async function rowsOf({ ports: { read }, params, now }: Any): Promise<InvitationRow[]> {
  const [invitations, signed, addresses] = await Promise.all([
    read.list('signUpInvitation', params),
    readEverybody(read, params.edition),
    read.list('address', params),
  ]);
  const barred = isAmong(addresses);
  return invitations
    .map((one) => {
      const state = invitationState(one, signed, barred(one.email));
      return { one, state, due: state === 'open' && mayRemind(one, now) };
    })
    .toSorted((a, b) => b.one.invitedAt.localeCompare(a.one.invitedAt) || a.one.called.localeCompare(b.one.called));
}

/** Says who would be invited and who is left out; with `sure`, invites them. Their mails can be kept back for five minutes. */
export async function inviteAll(call: Post): Promise<Answer> {
  const { ports, params, body, session, now } = call;
  const found = await findEdition(ports.read, params.edition, { drafts: true });
  const { candidates, kind } = await candidatesOf(call, found);
  const { chosen, left } = sortOut(params.edition, candidates, await knownOf(call, found.programme.programme, candidates));
  const [first] = chosen;
  if (body.sure === undefined || !first) {
    const example = first && invite(found.edition, { ...invitedAs(first), now }).state;
    const letter = example && signUpInvitationLetter(example, found);
    const said = letter?.compose(readersLink(call.origin));
    const page = inviteCheckPage({ ...found, organiser: session, form: body, kind, chosen, left, said });
    return { page, data: { invited: 0, chosen: chosen.map(({ called }) => called), left } };
  }
  const decisions = chosen.map((one) => invite(found.edition, { ...invitedAs(one), now }));
  const invited = await keepAll(call, decisions, () => 'absent');
  return { seeOther: `/organiser/editions/${params.edition}/invitations?done=${invited}`, data: { invited, left } };
}

function invitedAs({ invitation, kind, urn, called, name, email, from }: Invited) {
  return { invitation, kind, urn, called, name, email, from };
}

/** Whom a form means. Invalid: lines that cannot be read, each named; `nobody-before` where there was no edition before. */
async function candidatesOf(
  { ports: { read }, body, session }: Post,
  { edition, programme }: Awaited<ReturnType<typeof findEdition>>,
): Promise<{ readonly candidates: readonly Candidate[]; readonly kind: JourneyKind }> {
  const [source, who] = body.group.split('-');
  const kind = journeyKinds.find((one) => one === who);
  if (!kind) throw new Error(`a group for no journey: ${body.group}`);
  const schools = kind === 'school' ? await schoolsOf(programme, read) : [];
  if (source === 'typed') return { kind, candidates: typed(kind, body, schools) };
  const before = await editionBefore({ edition, session, read });
  if (!before) throw refused('group', 'nobody-before', 'There is no earlier edition of this programme that you organise');
  return { kind, candidates: tookPart(kind, await readEverybody(read, before.edition), schools) };
}

function typed(kind: JourneyKind, { addresses = '' }: InviteForm, schools: Parameters<typeof readAddresses>[2]) {
  const { candidates, bad } = readAddresses(kind, addresses, schools);
  const [first, ...more] = bad;
  if (first) {
    const others = more.length === 0 ? '' : ` (and ${more.length} more lines)`;
    throw refused('addresses', 'address-line', `Line ${first.line}, “${first.text.slice(0, 80)}”: ${first.message}${others}`);
  }
  if (candidates.length === 0) throw refused('addresses', 'no-address', 'Enter at least one address');
  return candidates;
}

function refused(path: string, code: string, message: string): AppError {
  return new AppError('invalid', code, `${message}.`, [{ path, message }]);
}

async function knownOf({ ports: { read }, params }: Post, programme: string, candidates: readonly Candidate[]) {
  const [now, invitations, addresses, refusals] = await Promise.all([
    readEverybody(read, params.edition),
    read.list('signUpInvitation', params),
    read.list('address', params),
    candidates.length === 0 ? [] : read.list('doNotAsk', { programme }),
  ]);
  const invited = new Set(invitations.map(({ invitation }) => invitation));
  return { now, invited, refused: isAmong(refusals), bounced: isAmong(addresses) };
}

/** Reminds everybody who has not answered and was not asked within three days. */
export async function remindAll(call: PostCall<`POST ${Path}/remind`, 'invitations'>): Promise<Answer> {
  const { edition } = await findEdition(call.ports.read, call.params.edition, { drafts: true });
  const due = (await rowsOf(call)).filter((row) => row.due);
  const decisions = due.map(({ one }) => remind(edition, one, call.now));
  const reminded = await keepAll(call, decisions, ({ version }) => ({ version: version - 1 }));
  return { seeOther: `/organiser/editions/${call.params.edition}/invitations?done=${reminded}`, data: { reminded } };
}

/** How many are kept in one transaction. */
const atOnce = 20;

/** Keeps invitations with their facts, some at a time: what was kept when a press was broken off is not done again by the next. */
async function keepAll(
  call: Post | PostCall<`POST ${Path}/remind`, 'invitations'>,
  decisions: readonly Decision<SignUpInvitation>[],
  when: (state: SignUpInvitation) => 'absent' | { readonly version: number },
): Promise<number> {
  const { write } = call.ports;
  let kept = 0;
  for (let start = 0; start < decisions.length; start += atOnce) {
    const some = decisions.slice(start, start + atOnce);
    const { ok } = await write.transact([
      ...some.map(({ state }) => ({ put: 'signUpInvitation' as const, item: state, when: when(state) })),
      ...outboxWrite(
        call.params.edition,
        some.flatMap(({ facts }) => facts),
        call,
      ),
    ]);
    // Refused: a colleague pressed the same button. What they kept stands.
    if (ok) kept += some.length;
  }
  return kept;
}

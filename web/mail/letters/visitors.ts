import type { Contact } from '#shared/domain/fields.ts';
import type { Offer } from '#shared/domain/offer.ts';
import { linkUntil } from '#shared/domain/link-until.ts';
import type { Letter, TableReader } from '#shared/ports.ts';
import type { Fact } from '#shared/system/events.ts';
import type { Setting } from './setting.ts';

/** An organisation or a volunteer as letters see it: what it is called, and who answers for it. */
export type VisitorInLetters = {
  readonly kind: Offer['kind'];
  readonly id: string;
  readonly name: string;
  readonly contact: Contact;
  readonly takesPart: boolean;
  readonly confirmed: boolean;
  readonly withdrawalReason: string | undefined;
};

/** A fact that an organisation or a volunteer caused. */
export type VisitorFact = Fact<
  | 'offer.answered.v1'
  | 'visitor.late.v1'
  | 'organisation.changed.v1'
  | 'organisation.withdrawn.v1'
  | 'volunteer.changed.v1'
  | 'volunteer.withdrawn.v1'
>;

/** A fact about a volunteer's place at the safeguarding line. */
export type LineFact = Fact<'offer.stopped.v1' | 'offer.decided.v1'>;

/** Whom it is about. */
export function whoIn({
  edition,
  data,
}: VisitorFact | LineFact | Fact<'offer.closed.v1' | 'offer.moved.v1'>): Pick<Offer, 'edition' | 'kind' | 'visitor'> {
  if ('visitor' in data) return { edition, kind: data.kind, visitor: data.visitor };
  return 'organisation' in data
    ? { edition, kind: 'organisation', visitor: data.organisation }
    : { edition, kind: 'volunteer', visitor: data.volunteer };
}

/** The organisation or the volunteer with this id, if it is there. */
export async function visitorIn(
  { edition, kind, visitor }: Pick<Offer, 'edition' | 'kind' | 'visitor'>,
  read: TableReader,
): Promise<VisitorInLetters | undefined> {
  const found =
    kind === 'organisation'
      ? await read.get('organisation', { edition, organisation: visitor })
      : await read.get('volunteer', { edition, volunteer: visitor });
  if (!found) return undefined;
  const { contact, state, withdrawalReason } = found;
  const name = 'name' in found ? found.name : contact.name;
  return {
    kind,
    id: visitor,
    name,
    contact,
    takesPart: state !== 'withdrawn',
    confirmed: state === 'confirmed',
    withdrawalReason,
  };
}

/** A letter to an organisation or a volunteer, with a link of its own. */
export function letterToVisitor({ kind, id, contact }: VisitorInLetters, { edition }: Setting): Omit<Letter, 'compose'> {
  const grant = { edition: edition.edition, purpose: kind, subject: id, until: linkUntil(edition) };
  return { recipient: id, to: contact.email, grant };
}

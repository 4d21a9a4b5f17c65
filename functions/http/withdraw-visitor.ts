import type * as z from 'zod/mini';
import type { Edition } from '#shared/domain/edition.ts';
import type { Event } from '#shared/domain/event.ts';
import { type Offer, releaseOffers } from '#shared/domain/offer.ts';
import { type visitorWithdrawForm, withdrawOrganisation, withdrawVolunteer } from '#shared/domain/visitor.ts';
import type { Request } from './accept.ts';
import { keepVisitor, type VisitorKey } from './my/keep-visitor.ts';
import { offeredTo } from './held-places.ts';

type Withdrawal = { readonly edition: Edition; readonly form: z.infer<typeof visitorWithdrawForm> };

/** Withdraws an organisation or a volunteer; the places on days still to come are declined in the same transaction. */
export async function withdrawVisitorOf(
  call: Request & { readonly session: VisitorKey },
  { edition, form }: Withdrawal,
): Promise<void> {
  const { now, ports, session } = call;
  let held: readonly { readonly event: Event; readonly offer: Offer }[] = [];
  await keepVisitor(call, {
    also: async () => {
      held = await offeredTo(session, ports.read);
    },
    organisation: (current) => withdrawOrganisation(current, { edition, form, now, held }),
    volunteer: (current) => withdrawVolunteer(current, { edition, form, now, held }),
    more: () => releaseOffers(held, now).released.map((item) => ({ put: 'offer', item, when: { version: item.version - 1 } })),
  });
}

import type { Edition } from '#shared/domain/edition.ts';
import { isAnswerable } from '#shared/domain/offer.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { Visitor } from '#shared/domain/visitor.ts';
import { type Instant, londonDate } from '#shared/kernel/time.ts';
import { button } from '../components/button.ts';
import { insetText } from '../components/inset-text.ts';
import { notificationBanner } from '../components/notification-banner.ts';
import { summaryList } from '../components/summary-list.ts';
import { form, hiddenField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { applyPath } from '../journeys/paths.ts';
import { organisationRows, volunteerRows } from '../links/held.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, link, paragraph } from '../prose.ts';
import { mySessionsContent as words } from './content.en.ts';
import { type Offered, placeRows } from './places.ts';

/** What every page of an organisation or a volunteer is given. */
export type VisitorSetting = {
  readonly edition: Edition;
  readonly programme: Programme;
  readonly visitor: Visitor;
  readonly now: Instant;
};

/** What has just been done, to say so once. */
export const doneKinds = ['changed', 'credit', 'contact', 'withdrawn'] as const;
type DoneKind = (typeof doneKinds)[number];

type Params = VisitorSetting & { readonly offered: readonly Offered[]; readonly done?: DoneKind | undefined };

/** What an organisation or a volunteer has: how it stands, places to answer and answered, what we hold, what can be done. */
export function visitorPlacePage(params: Params): string {
  const { edition, programme, visitor, done } = params;
  const said =
    done &&
    notificationBanner({ type: 'success', text: words.done[done], titleText: words.done.heading, disableAutoFocus: true });
  return journeyPage({
    programme,
    title: words.title[visitor.kind],
    caption: edition.name,
    path: '/my/place',
    body: html`${said}${insetText({ text: words.status[visitor.state.state] })}${bodyFor(params)}`,
  });
}

function bodyFor(params: Params): Html {
  const { visitor, offered, now } = params;
  const held = heldList(visitor);
  if (visitor.state.state === 'pending') {
    return html`${heading2(words.confirmHeading)}${held}${paragraph(words.confirmAdvice)}
${form({ action: '/my/place/confirm', submit: words.confirm[visitor.kind] })}
${paragraph(link('/my/withdrawal', words.links.withdraw))}`;
  }
  if (visitor.state.state === 'withdrawn') return html`${heading2(words.held)}${held}`;
  const open = offered.filter(({ event, offer }) => offer.state === 'offered' && isAnswerable(event, now));
  const rest = offered.filter((one) => !open.includes(one));
  return html`${open.length > 0 && html`${heading2(words.toAnswer)}${paragraph(words.toAnswerAdvice)}${open.map((one) => openCard(params, one))}`}
${(rest.length > 0 || open.length === 0) && heading2(words.answered)}
${offered.length === 0 && paragraph(words.none)}${rest.map(cardOf)}
${heading2(words.todo)}${todo(params)}
${visitor.kind === 'organisation' && creditPart(visitor.state)}
${visitor.kind === 'organisation' && invitePart(visitor.state)}
${heading2(words.held)}${held}`;
}

/** What an organisation or a volunteer told us. */
function heldList(visitor: Visitor): Html {
  return summaryList({ rows: visitor.kind === 'organisation' ? organisationRows(visitor.state) : volunteerRows(visitor.state) });
}

function offerPath({ event }: Offered): string {
  return pathOf('/my/offers/{event}', { event: event.event });
}

function openCard({ visitor }: Params, one: Offered): Html {
  const { kind } = visitor;
  const about = html`<span class="govuk-visually-hidden">: ${one.event.title}</span>`;
  const yes = button({ name: 'answer', value: 'accepted', html: html`${words.answer.yes[kind]}${about}` });
  const no = button({
    name: 'answer',
    value: 'declined',
    html: html`${words.answer.no[kind]}${about}`,
    classes: 'govuk-button--secondary',
  });
  return html`${cardOf(one)}<form method="post" action="${offerPath(one)}" novalidate><div class="govuk-button-group">${yes}${no}</div></form>`;
}

function cardOf(one: Offered): Html {
  const actions = { items: [{ href: offerPath(one), text: words.answer.see }] };
  return summaryList({ card: { title: { text: one.event.title, headingLevel: 3 }, actions }, rows: placeRows(one) });
}

function todo({ edition, visitor, offered, now }: Params): Html {
  const over = (edition.state !== 'open' && edition.state !== 'running') || londonDate(now) > edition.ends;
  const { links } = words;
  const change = visitor.kind === 'organisation' ? '/my/organisation' : '/my/volunteer';
  return html`${over && paragraph(words.over)}${bullets([
    ...(offered.some(({ arrival }) => arrival !== undefined) ? [link('/my/day', links.day)] : []),
    ...(over ? [] : [link(change, links.change)]),
    ...(edition.state === 'reported' ? [] : [link('/my/contact', links.contact)]),
    ...(over ? [] : [link('/my/withdrawal', links.withdraw)]),
  ])}`;
}

type OrganisationState = Extract<Visitor, { kind: 'organisation' }>['state'];

function creditPart({ publicCredit, version }: OrganisationState): Html {
  const { credit } = words;
  const body = html`${hiddenField('version', String(version))}${hiddenField('publicCredit', publicCredit ? 'no' : 'yes')}`;
  return html`${heading2(credit.heading)}${paragraph(publicCredit ? credit.yes : credit.no)}
${form({ action: '/my/credit', body, submit: publicCredit ? credit.refuse : credit.agree, submitClasses: 'govuk-button--secondary' })}
${paragraph(credit.published)}`;
}

function invitePart({ edition, organisation }: OrganisationState): Html {
  const invite = `${applyPath({ edition }, 'volunteer')}?organisation=${organisation}`;
  return html`${heading2(words.invite)}${paragraph(words.inviteAdvice)}${paragraph(link(invite, words.inviteLink))}`;
}

import { type Edition, isOpenForSignUp } from '#shared/domain/edition.ts';
import { isAnswerable } from '#shared/domain/offer.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { Visitor } from '#shared/domain/visitor.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { button } from '../components/button.ts';
import { insetText } from '../components/inset-text.ts';
import { notificationBanner } from '../components/notification-banner.ts';
import { summaryList } from '../components/summary-list.ts';
import { form, hiddenField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { applyPath } from '../journeys/paths.ts';
import { organisationRows, volunteerRows } from '../links/held.ts';
import { isOver } from '../my-place/barred.ts';
import { organiserWays } from '../organiser-ways.ts';
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

type Params = VisitorSetting & {
  readonly offered: readonly Offered[];
  readonly asked?: boolean;
  readonly done?: DoneKind | undefined;
};

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
    body: html`${said}${params.asked && insetText({ html: link('/my/visits', words.visits) })}${insetText({ text: words.status[visitor.state.state] })}${bodyFor(params)}`,
  });
}

function bodyFor(params: Params): Html {
  const { edition, programme, visitor, offered, now } = params;
  const held = heldList(visitor);
  const open = isOpenForSignUp(edition, now);
  const formLink = (text: string) => link(formPath(edition, visitor), text);
  if (visitor.state.state === 'pending') {
    const mend = open
      ? paragraph(html`${words.confirmAdvice} ${formLink(words.confirmAgain)}`)
      : html`${paragraph(words.confirmLate)}${bullets(organiserWays(programme))}`;
    return html`${heading2(words.confirmHeading)}${held}${mend}
${form({ action: '/my/place/confirm', submit: words.confirm[visitor.kind] })}
${paragraph(link('/my/withdrawal', words.links.withdraw))}`;
  }
  if (visitor.state.state === 'withdrawn') {
    return html`${open && paragraph(html`${words.again} ${formLink(words.againLink)}`)}${heading2(words.held)}${held}`;
  }
  const unanswered = offered.filter(({ event, offer }) => offer.state === 'offered' && isAnswerable(event, now));
  const rest = offered.filter((one) => !unanswered.includes(one));
  return html`${unanswered.length > 0 && html`${heading2(words.toAnswer)}${paragraph(words.toAnswerAdvice)}${unanswered.map((one) => openCard(params, one))}`}
${(rest.length > 0 || unanswered.length === 0) && heading2(words.answered)}
${offered.length === 0 && paragraph(words.none)}${rest.map(cardOf)}
${heading2(words.todo)}${todo(params)}
${visitor.kind === 'organisation' && creditPart(visitor.state)}
${visitor.kind === 'organisation' && invitePart(visitor.state)}
${heading2(words.held)}${held}`;
}

/** The form by which they signed up; a volunteer's keeps to their organisation. */
function formPath(edition: Edition, { kind, state }: Visitor): string {
  const path = applyPath(edition, kind);
  return kind === 'volunteer' && state.organisation !== undefined ? `${path}?organisation=${state.organisation}` : path;
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
  const over = isOver(edition, now);
  const { links } = words;
  const change = visitor.kind === 'organisation' ? '/my/organisation' : '/my/volunteer';
  return html`${over && paragraph(words.over)}${bullets([
    ...(offered.some(({ arrival }) => arrival !== undefined) ? [link('/my/day', links.day)] : []),
    ...(visitor.state.state === 'confirmed' ? [link('/my/statement', links.statement)] : []),
    link('/my/calendar', links.calendar),
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

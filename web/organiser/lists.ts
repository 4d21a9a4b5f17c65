import type { Edition } from '#shared/domain/edition.ts';
import { type Contact, pupilsIn } from '#shared/domain/fields.ts';
import type { EventTotal } from '#shared/domain/totals.ts';
import type { Event } from '#shared/domain/event.ts';
import type { EventStage } from '#shared/domain/event-stage.ts';
import { type Missing, missingInOrganisation, missingInRegistration, missingInVolunteer } from '#shared/domain/missing.ts';
import type { Organisation } from '#shared/domain/organisation.ts';
import type { Registration } from '#shared/domain/registration.ts';
import type { Volunteer } from '#shared/domain/volunteer.ts';
import type { Item } from '#shared/system/table.ts';
import { button } from '../components/button.ts';
import { notificationBanner } from '../components/notification-banner.ts';
import type { TableCell } from '../components/table.ts';
import { tag } from '../components/tag.ts';
import { hiddenField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { pathOf } from '../paths.ts';
import { lines, link, paragraph } from '../prose.ts';
import { sayHalfDay, sayHalfDays, sayNumber } from '../say.ts';
import { type Chosen, listAddress, type ListName, listing, type Listing } from './filters.ts';
import { type Console, consolePage, listTable, may } from './frame.ts';
import { listsContent as words } from './lists.en.ts';
import { recordsContent } from './records.en.ts';

/** Somebody listed, and whether their address takes mail. */
export type Mailed<T> = { readonly row: T; readonly mail: Item<'address'>['state'] | undefined };
type ListParams<T> = Console & Pick<Listing, 'chosen' | 'next' | 'looked' | 'first'> & { readonly rows: readonly T[] };

type RegistrationsParams = ListParams<Mailed<Registration>> & {
  /** Whether one has just been approved. */
  readonly approved?: boolean;
};

/** Schools' registrations. */
export function registrationsPage({ rows, approved = false, ...params }: RegistrationsParams): string {
  const mayApprove = may(params, 'coordinator');
  const numeric = { text: words.pupils, format: 'numeric' };
  const { heading: titleText, approved: text } = recordsContent.done;
  return listPage('registrations', params, {
    above: approved && notificationBanner({ type: 'success', titleText, text, disableAutoFocus: true }),
    head: [words.school, words.roles, numeric, words.contact, words.state, words.action],
    rows: rows.map(({ row: one, mail }) => [
      {
        html: html`${link(pathOf('/organiser/editions/{edition}/registrations/{urn}/{registration}', one), one.schoolName)}<br>URN ${one.urn}`,
      },
      { html: lines(one.roles.map((role) => labels.roles[role])) },
      { text: sayNumber(pupilsIn(one.cohorts)), format: 'numeric' },
      contactCell(one.contact, mail),
      stateCell(one.state, missingInRegistration(one)),
      one.state === 'pending' && mayApprove ? { html: approveForm(one, params.chosen) } : { text: words.nothingToDo },
    ]),
  });
}

function approveForm({ edition, urn, registration, schoolName }: Registration, chosen: Chosen): Html {
  const at = { edition, urn, registration };
  const action = pathOf('/organiser/editions/{edition}/registrations/{urn}/{registration}/approve', at);
  const text = html`${words.approve}<span class="govuk-visually-hidden">${words.approveHidden(schoolName)}</span>`;
  const back = listAddress('', chosen).slice(1);
  return html`<form method="post" action="${action}">${back !== '' && hiddenField('back', back)}${button({ html: text, classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`;
}

/** Organisations that signed up. */
export function organisationsPage({ rows, ...params }: ListParams<Mailed<Organisation>>): string {
  const capacity = { text: words.capacity, format: 'numeric' };
  return listPage('organisations', params, {
    head: [words.organisation, words.formats, words.halfDays, capacity, words.contact, words.publicCredit, words.state],
    rows: rows.map(({ row: one, mail }) => [
      { html: lines([recordLink('organisation', { ...one, visitor: one.organisation }, one.name), labels.sectors[one.sector]]) },
      { html: lines(one.formats.map((format) => labels.formats[format])) },
      { html: lines(sayHalfDays(one.halfDays)) },
      { text: sayNumber(one.workshopsPerHalfDay * one.placesPerWorkshop), format: 'numeric' },
      contactCell(one.contact, mail),
      { text: one.publicCredit ? labels.yes : labels.no },
      stateCell(one.state, missingInOrganisation(one), one.mergedInto),
    ]),
  });
}

type VolunteersParams = ListParams<Mailed<Volunteer>> & {
  /** What the organisations are called that volunteers came with. */
  readonly names: ReadonlyMap<string, string>;
};

/** Volunteers who signed up. */
export function volunteersPage({ rows, names, ...params }: VolunteersParams): string {
  const withWhom = ({ organisation, organisationName }: Volunteer) =>
    organisation === undefined ? (organisationName ?? words.alone) : (names.get(organisation) ?? words.withOrganisation);
  return listPage('volunteers', params, {
    head: [words.name, words.contact, words.with, words.halfDays, words.offer, words.state],
    rows: rows.map(({ row: one, mail }) => [
      { html: recordLink('volunteer', { ...one, visitor: one.volunteer }, one.contact.name) },
      contactCell({ ...one.contact, name: '' }, mail),
      { text: withWhom(one) },
      { html: lines(sayHalfDays(one.halfDays)) },
      { text: one.offer ?? labels.none },
      stateCell(one.state, missingInVolunteer(one), one.mergedInto),
    ]),
  });
}

/** An event, and what was counted of it, if it was counted. */
export type EventRow = { readonly event: Event; readonly total: EventTotal | undefined; readonly stage?: EventStage };

/** An edition's events. */
export function eventsPage({ rows, ...params }: ListParams<EventRow>): string {
  const numeric = [words.booked, words.free, words.came].map((text) => ({ text, format: 'numeric' }));
  const record = pathOf('/organiser/editions/{edition}/record-event', params.edition);
  const calendar = pathOf('/organiser/editions/{edition}/calendar', params.edition);
  return listPage('events', params, {
    above: html`${may(params, 'coordinator') && paragraph(link(record, words.record))}${paragraph(link(calendar, words.calendar))}`,
    head: [words.event, words.when, words.kind, words.state, ...numeric],
    rows: rows.map(({ event: one, total, stage = one.state }) => [
      { html: link(pathOf('/organiser/editions/{edition}/events/{event}', one), one.title) },
      { text: sayHalfDay(one.halfDay) },
      { text: labels.kinds[one.kind] },
      one.state === 'cancelled'
        ? { html: tag({ text: labels.eventStates.cancelled, classes: 'govuk-tag--red' }) }
        : { text: labels.eventStates[stage] },
      { text: sayNumber(one.places - one.placesFree), format: 'numeric' },
      { text: sayNumber(one.placesFree), format: 'numeric' },
      { text: total?.held ? sayNumber(total.pupils) : words.notCounted, format: 'numeric' },
    ]),
  });
}

type Parts = {
  readonly above?: Html | false;
  readonly head: readonly (string | TableCell)[];
  readonly rows: readonly (readonly TableCell[])[];
};

function listPage(list: ListName, params: Omit<ListParams<never>, 'rows'>, { above, head, rows }: Parts): string {
  const { chosen, next, looked, first, ...console } = params;
  const path = pathOf(`/organiser/editions/{edition}/${list}`, console.edition);
  const title = words.titles[list];
  const table = listTable({
    name: title,
    none: words.nothing,
    head: head.map((cell) => (typeof cell === 'string' ? { text: cell } : cell)),
    rows,
  });
  const { edition } = console;
  return consolePage(console, {
    title,
    path,
    body: html`${above}${listing({ list, path, edition, chosen, count: rows.length, next, looked, first }, table)}
${rows.length > 0 && may(console, 'coordinator') && paragraph(link(exportOf(list, edition, chosen), words.export))}`,
  });
}

function exportOf(list: ListName, edition: Edition, chosen: Chosen): string {
  const query = new URLSearchParams({ list, ...chosen });
  return `${pathOf('/organiser/editions/{edition}/export', edition)}?${query.toString()}`;
}

type Visited = { readonly edition: string; readonly visitor: string };

function recordLink(kind: 'organisation' | 'volunteer', { edition, visitor }: Visited, name: string): Html {
  return link(pathOf('/organiser/editions/{edition}/visitors/{kind}/{visitor}', { edition, kind, visitor }), name);
}

function stateCell(state: Registration['state'], missing: readonly Missing[], mergedInto?: string): TableCell {
  const incomplete = missing.length > 0 && state !== 'withdrawn';
  const said = mergedInto === undefined ? labels.states[state] : words.merged;
  return { html: lines([said, ...(incomplete ? [tag({ text: words.incomplete, classes: 'govuk-tag--orange' })] : [])]) };
}

function contactCell({ name, email, telephone }: Contact, mail: Item<'address'>['state'] | undefined): TableCell {
  const said = [name, link(`mailto:${email}`, email), telephone, mail && tag({ text: words[mail], classes: 'govuk-tag--red' })];
  return { html: lines(said.filter((one) => one !== undefined && one !== '')), classes: 'app-break' };
}

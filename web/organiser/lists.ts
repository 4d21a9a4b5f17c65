import { pupilsIn } from '#shared/domain/fields.ts';
import type { Organisation } from '#shared/domain/organisation.ts';
import type { Registration } from '#shared/domain/registration.ts';
import type { Volunteer } from '#shared/domain/volunteer.ts';
import type { Item } from '#shared/system/table.ts';
import { button } from '../components/button.ts';
import type { TableCell } from '../components/table.ts';
import { tag } from '../components/tag.ts';
import type { Contact } from '#shared/domain/fields.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { pathOf } from '../paths.ts';
import { lines, link } from '../prose.ts';
import { sayHalfDays, sayMoment, sayNumber } from '../say.ts';
import { organiserContent } from './content.en.ts';
import { type Console, consolePage, listTable, may } from './frame.ts';

const { lists: words } = organiserContent;

type RegistrationRow = {
  readonly registration: Registration;
  /** Whether the contact's address takes mail. */
  readonly mail: 'none' | 'bounced' | 'complained';
};

/** Schools' registrations, those to approve first. */
export function registrationsPage({ rows, ...console }: Console & { readonly rows: readonly RegistrationRow[] }): string {
  const order = { pending: 0, confirmed: 1, withdrawn: 2 };
  const sorted = [...rows].sort(
    ({ registration: a }, { registration: b }) =>
      order[a.state] - order[b.state] || a.schoolName.localeCompare(b.schoolName, 'en-GB'),
  );
  return consolePage(console, {
    title: words.registrations,
    path: pathOf('/organiser/editions/{edition}/registrations', console.edition),
    body: listTable({
      name: words.registrations,
      none: words.noRegistrations,
      head: headOf(
        words.school,
        words.roles,
        { text: words.pupils, format: 'numeric' },
        words.contact,
        words.state,
        words.action,
      ),
      rows: sorted.map((row) => registrationCells(row, may(console, 'coordinator'))),
    }),
  });
}

function registrationCells({ registration: one, mail }: RegistrationRow, mayApprove: boolean): TableCell[] {
  const problem = mail !== 'none' && html`<br>${tag({ text: words[mail], classes: 'govuk-tag--red' })}`;
  return [
    { html: html`${one.schoolName}<br>URN ${one.urn}` },
    { html: lines(one.roles.map((role) => labels.roles[role])) },
    { text: sayNumber(pupilsIn(one.cohorts)), format: 'numeric' },
    { html: html`${contactOf(one.contact)}${problem}` },
    { text: labels.states[one.state] },
    one.state === 'pending' && mayApprove ? { html: approveForm(one) } : { text: words.nothingToDo },
  ];
}

function approveForm({ edition, urn, registration, schoolName }: Registration): Html {
  const action = pathOf('/organiser/editions/{edition}/registrations/{urn}/{registration}/approve', {
    edition,
    urn,
    registration,
  });
  const text = html`${words.approve}<span class="govuk-visually-hidden">${words.approveHidden(schoolName)}</span>`;
  return html`<form method="post" action="${action}">${button({ html: text, classes: 'govuk-button--secondary', preventDoubleClick: true })}</form>`;
}

/** Organisations that signed up. */
export function organisationsPage({
  organisations,
  ...console
}: Console & { readonly organisations: readonly Organisation[] }): string {
  const rows = [...organisations]
    .sort((a, b) => a.name.localeCompare(b.name, 'en-GB'))
    .map((one): TableCell[] => [
      { html: lines([one.name, labels.sectors[one.sector]]) },
      { html: lines(one.formats.map((format) => labels.formats[format])) },
      { html: lines(sayHalfDays(one.halfDays)) },
      { text: sayNumber(one.workshopsPerHalfDay * one.placesPerWorkshop), format: 'numeric' },
      { html: contactOf(one.contact) },
      { text: one.publicCredit ? labels.yes : labels.no },
      { text: labels.states[one.state] },
    ]);
  const capacity = { text: words.capacity, format: 'numeric' };
  return consolePage(console, {
    title: words.organisations,
    path: pathOf('/organiser/editions/{edition}/organisations', console.edition),
    body: listTable({
      name: words.organisations,
      none: words.noOrganisations,
      head: headOf(words.organisation, words.formats, words.halfDays, capacity, words.contact, words.publicCredit, words.state),
      rows,
    }),
  });
}

/** Volunteers who signed up. */
export function volunteersPage({ volunteers, ...console }: Console & { readonly volunteers: readonly Volunteer[] }): string {
  const rows = [...volunteers]
    .sort((a, b) => a.contact.name.localeCompare(b.contact.name, 'en-GB'))
    .map((one): TableCell[] => [
      { html: contactOf(one.contact) },
      { text: one.organisationName ?? (one.organisation === undefined ? words.alone : words.withOrganisation) },
      { html: lines(sayHalfDays(one.halfDays)) },
      { text: one.offer ?? labels.none },
      { text: labels.states[one.state] },
    ]);
  return consolePage(console, {
    title: words.volunteers,
    path: pathOf('/organiser/editions/{edition}/volunteers', console.edition),
    body: listTable({
      name: words.volunteers,
      none: words.noVolunteers,
      head: headOf(words.name, words.with, words.halfDays, words.offer, words.state),
      rows,
    }),
  });
}

/** Mails and what became of them, newest first. */
export function mailsPage({ mails, ...console }: Console & { readonly mails: readonly Item<'mail'>[] }): string {
  const rows = [...mails]
    .sort((a, b) => b.claimedAt.localeCompare(a.claimedAt) || a.mail.localeCompare(b.mail))
    .map((one): TableCell[] => [
      { text: labels.templates[one.template] },
      { text: one.to, classes: 'app-break' },
      { text: sayMoment(one.sentAt ?? one.claimedAt) },
      { text: labels.mails[one.state] },
      { text: one.problem ?? labels.none },
    ]);
  return consolePage(console, {
    title: words.mails,
    path: pathOf('/organiser/editions/{edition}/mails', console.edition),
    body: listTable({
      name: words.mails,
      none: words.noMails,
      head: headOf(words.mail, words.to, words.when, words.state, words.problem),
      rows,
    }),
  });
}

function headOf(...names: readonly (string | TableCell)[]): TableCell[] {
  return names.map((name) => (typeof name === 'string' ? { text: name } : name));
}

function contactOf({ name, email, telephone }: Contact): Html {
  return lines([name, link(`mailto:${email}`, email), ...(telephone === undefined ? [] : [telephone])]);
}

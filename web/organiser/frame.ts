import type { Edition } from '#shared/domain/edition.ts';
import type { MailPause } from '#shared/domain/mail-vocabulary.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { OrganiserRole } from '#shared/domain/vocabulary.ts';
import { button } from '../components/button.ts';
import { table, type TableCell } from '../components/table.ts';
import { html, type Html } from '../html.ts';
import { journeyPage, type JourneyPageParams } from '../journey-page.ts';
import { pathOf } from '../paths.ts';
import { paragraph } from '../prose.ts';
import { organiserContent as words } from './content.en.ts';
import { pauseBanner } from './pause.ts';

/** Whoever is signed in. */
export type Organiser = { readonly name: string; readonly roles: readonly OrganiserRole[] };
/** What every organiser's page of one edition is given. */
export type Console = {
  readonly organiser: Organiser;
  readonly edition: Edition;
  readonly programme: Programme;
  /** Why its mails do not go, if they do not: every page says so. */
  readonly mailPause?: MailPause | undefined;
};

/** An organiser's page that belongs to no edition: it says who is signed in, and signs out. */
export function organiserPage({ organiser, body, ...rest }: JourneyPageParams & { readonly organiser: Organiser }): string {
  const home = { text: words.nav.home, href: '/organiser' };
  return journeyPage({ wide: true, navigation: [home], ...rest, body: html`${body}${signOut(organiser)}` });
}

/** An organiser's page of one edition, with the way to the others. */
export function consolePage(console: Console, page: Omit<JourneyPageParams, 'programme' | 'navigation'>): string {
  const { edition } = console.edition;
  const { nav } = words;
  const navigation = [
    { text: nav.home, href: '/organiser' },
    { text: nav.edition, href: pathOf('/organiser/editions/{edition}', { edition }) },
    ...listLinks(edition),
  ];
  return organiserPage({
    caption: console.edition.name,
    ...page,
    body: html`${pauseBanner(console, page.path)}${page.body}`,
    navigation,
    programme: console.programme,
    organiser: console.organiser,
  });
}

/** The links to an edition's lists. */
export function listLinks(edition: string): { text: string; href: string }[] {
  const { nav } = words;
  return [
    { text: nav.registrations, href: pathOf('/organiser/editions/{edition}/registrations', { edition }) },
    { text: nav.organisations, href: pathOf('/organiser/editions/{edition}/organisations', { edition }) },
    { text: nav.volunteers, href: pathOf('/organiser/editions/{edition}/volunteers', { edition }) },
    { text: nav.events, href: pathOf('/organiser/editions/{edition}/events', { edition }) },
    { text: nav.mails, href: pathOf('/organiser/editions/{edition}/mails', { edition }) },
    { text: nav.impact, href: pathOf('/organiser/editions/{edition}/impact', { edition }) },
  ];
}

/** The links to what runs an edition, besides its lists: those that whoever is signed in may follow. */
export function settingLinks(console: Console): { text: string; href: string }[] {
  const { nav } = words;
  const { edition } = console.edition;
  const exchange = [
    { text: nav.export, href: pathOf('/organiser/editions/{edition}/export', { edition }) },
    { text: nav.import, href: pathOf('/organiser/editions/{edition}/import', { edition }) },
  ];
  return [
    { text: nav.invitations, href: pathOf('/organiser/editions/{edition}/invitations', { edition }) },
    { text: nav.surveys, href: pathOf('/organiser/editions/{edition}/surveys', { edition }) },
    ...(may(console, 'coordinator') ? exchange : []),
    { text: nav.settings, href: pathOf('/organiser/editions/{edition}/settings', { edition }) },
    { text: nav.team, href: pathOf('/organiser/editions/{edition}/team', { edition }) },
    { text: nav.context, href: pathOf('/organiser/editions/{edition}/context', { edition }) },
    { text: nav.funding, href: pathOf('/organiser/editions/{edition}/funding', { edition }) },
    { text: nav.courses, href: pathOf('/organiser/editions/{edition}/courses', { edition }) },
    { text: nav.audit, href: pathOf('/organiser/editions/{edition}/audit', { edition }) },
    ...(may(console, 'admin')
      ? [{ text: nav.register, href: pathOf('/organiser/editions/{edition}/register', { edition }) }]
      : []),
    ...(may(console, 'admin') ? [{ text: nav.status, href: pathOf('/organiser/editions/{edition}/status', { edition }) }] : []),
  ];
}

function signOut({ name }: Organiser): Html {
  return html`<div class="app-screen"><hr class="govuk-section-break govuk-section-break--l govuk-section-break--visible">
${paragraph(words.signedIn(name))}
<form method="post" action="/sign-out">${button({ text: words.signOut, classes: 'govuk-button--secondary' })}</form></div>`;
}

type ListTable = {
  /** Names the list, for its caption and its scrolling box. */
  readonly name: string;
  readonly head: readonly TableCell[];
  readonly rows: readonly (readonly TableCell[])[];
  /** What is said instead of an empty table. */
  readonly none: string;
};

/** A list as a table whose rows stack on a phone; a sentence when there is nothing in it. */
export function listTable({ name, head, rows, none }: ListTable): Html {
  if (rows.length === 0) return paragraph(none);
  return table({ caption: name, captionClasses: 'govuk-visually-hidden', firstCellIsHeader: true, stacks: true, head, rows });
}

/** Whether whoever is signed in may act in a role: pages show its forms only then. */
export function may({ organiser }: Pick<Console, 'organiser'>, role: OrganiserRole): boolean {
  return organiser.roles.includes(role);
}

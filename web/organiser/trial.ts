import type { Edition } from '#shared/domain/edition.ts';
import type { Organisation } from '#shared/domain/organisation.ts';
import type { Registration } from '#shared/domain/registration.ts';
import type { Volunteer } from '#shared/domain/volunteer.ts';
import type { BodyOf } from '#shared/system/routes.ts';
import { button } from '../components/button.ts';
import type { TableCell } from '../components/table.ts';
import { form, hiddenField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { applyPath } from '../journeys/paths.ts';
import { editionPath, pathOf } from '../paths.ts';
import { bullets, heading2, lead, link, paragraph } from '../prose.ts';
import { sayMoment } from '../say.ts';
import { type Console, consolePage, listTable, may } from './frame.ts';
import { trialContent as words } from './trial.en.ts';

type Params = Console & {
  readonly registrations: readonly Registration[];
  readonly organisations: readonly Organisation[];
  readonly volunteers: readonly Volunteer[];
};

/** What a draft can be tried with; while it is tried, as whom, and the way out. */
export function trialPage(params: Params): string {
  const { edition } = params;
  return consolePage(params, {
    title: words.title,
    path: pathOf('/organiser/editions/{edition}/trial', edition),
    body: edition.state !== 'draft' ? paragraph(words.notDraft) : edition.trial ? tried(params, edition.trial) : untried(params),
  });
}

/** On a draft's own page: the way to try it, or why it cannot be opened yet. */
export function trialWay({ edition }: Console): Html {
  const path = pathOf('/organiser/editions/{edition}/trial', edition);
  return edition.trial
    ? html`${paragraph(words.stands)}${paragraph(link(path, words.ways))}`
    : paragraph(link(path, words.start));
}

function untried(params: Params): Html {
  const action = pathOf('/organiser/editions/{edition}/trial/fill', params.edition);
  return html`${lead(words.intro)}
${heading2(words.brings)}
${bullets(words.list)}
${paragraph(words.only)}
${may(params, 'admin') ? form({ action, submit: words.fill }) : paragraph(words.notAdmin)}`;
}

function tried(params: Params, { since }: NonNullable<Edition['trial']>): Html {
  const { edition } = params;
  const action = pathOf('/organiser/editions/{edition}/trial/clear', edition);
  return html`${lead(words.since(sayMoment(since)))}
${heading2(words.public)}
${bullets(publicPages(edition).map(([href, text]) => link(href, text)))}
${heading2(words.as)}
${may(params, 'coordinator') && html`${paragraph(words.asAdvice)}${paragraph(words.asNote)}`}
${people(params)}
${heading2(words.emails)}
${paragraph(link(pathOf('/organiser/editions/{edition}/outbox', edition), words.outbox))}
${heading2(words.clearTitle)}
${paragraph(words.clearAdvice)}
${paragraph(words.openAdvice)}
${may(params, 'admin') ? form({ action, submit: words.clear, submitClasses: 'govuk-button--warning' }) : paragraph(words.notAdmin)}`;
}

function publicPages(edition: Edition) {
  return [
    [editionPath(edition), words.pages.edition],
    [pathOf('/editions/{edition}/schools', edition), words.pages.schools],
    [applyPath(edition, 'organisation'), words.pages.organisation],
    [applyPath(edition, 'volunteer'), words.pages.volunteer],
    [pathOf('/editions/{edition}/lost-link', edition), words.pages.lostLink],
  ] as const;
}

function people(params: Params): Html {
  const { registrations, organisations, volunteers } = params;
  const rows = [
    ...registrations.flatMap(({ urn, registration: subject, schoolName: who }) => [
      row(params, who, [
        [words.place, { purpose: 'registration', subject, urn }],
        [words.survey, { purpose: 'survey', subject, urn }],
      ]),
    ]),
    ...organisations.map(({ name, organisation: subject }) =>
      row(params, name, [[words.sessions, { purpose: 'organisation', subject }]]),
    ),
    ...volunteers.map(({ contact, volunteer: subject }) =>
      row(params, contact.name, [[words.sessions, { purpose: 'volunteer', subject }]]),
    ),
  ];
  return listTable({ name: words.as, none: words.nobody, head: [{ text: words.who }, { text: words.look }], rows });
}

type Open = BodyOf<'POST /organiser/editions/{edition}/trial/open'>;

function row(console: Console, who: string, ways: readonly (readonly [string, Open])[]): TableCell[] {
  const buttons = may(console, 'coordinator') ? ways.map(([text, open]) => openForm(console.edition, who, text, open)) : [];
  return [{ text: who }, { html: html`${buttons}` }];
}

function openForm(edition: Edition, who: string, text: string, open: Open): Html {
  const fields = Object.entries(open).map(([name, value]) => value !== undefined && hiddenField(name, value));
  const label = html`${text}<span class="govuk-visually-hidden">${words.hidden(who)}</span>`;
  return html`<form method="post" action="${pathOf('/organiser/editions/{edition}/trial/open', edition)}">${fields}${button({ html: label, classes: 'govuk-button--secondary' })}</form>`;
}

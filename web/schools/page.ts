import type { Edition } from '#shared/domain/edition.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { isOpen, type School } from '#shared/domain/school.ts';
import { dayInWords, type Instant, londonDate } from '#shared/kernel/time.ts';
import { insetText } from '../components/inset-text.ts';
import { button } from '../components/button.ts';
import { textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { applyPath } from '../journeys/paths.ts';
import { organiserWays } from '../organiser-ways.ts';
import { editionPath, pathOf } from '../paths.ts';
import { bullets, heading2, link, paragraph } from '../prose.ts';
import type { Filled } from '../filled.ts';
import { schoolsContent } from './content.en.ts';
import { registrationFields } from './fields.ts';

type Setting = { readonly edition: Edition; readonly programme: Programme };

/** How many schools a search shows at most. */
const shown = 20;

type FindParams = Setting & {
  /** What was looked for; undefined before the first search. */
  readonly query: string | undefined;
  /** The schools that match, best first. */
  readonly schools: readonly School[];
  /** When a school's registration was confirmed, by URN. Nobody is named. */
  readonly registered?: ReadonlyMap<string, Instant> | undefined;
};

/** Finds a school by name, postcode or URN, and shows all three. */
export function findSchoolPage({ edition, programme, query, schools, registered }: FindParams): string {
  const { find: words } = schoolsContent;
  const path = pathOf('/editions/{edition}/schools', edition);
  const typed = { values: { q: query === undefined ? [] : [query] }, issues: [] };
  return journeyPage({
    programme,
    title: words.title,
    caption: edition.name,
    backLink: editionPath(edition),
    path,
    body: html`<form method="get" action="${path}" role="search">
${textField({ ...typed, path: 'q', label: words.label, hint: words.hint, type: 'search', spellcheck: false })}
${button({ text: words.search })}
</form>
${query !== undefined && query.trim() !== '' && results({ edition, programme, schools, registered })}
${notListed(programme)}`,
  });
}

function results({ edition, programme, schools, registered }: Omit<FindParams, 'query'>): Html {
  const { find: words } = schoolsContent;
  if (schools.length === 0) return html`${heading2(words.nothing)}${paragraph(words.nothingAdvice(programme.city))}`;
  const items = schools.map(
    (one) =>
      html`<li>${link(`${applyPath(edition, 'school')}?urn=${one.urn}`, one.name)}<br>${placeOf(one)}${alreadyRegistered(registered?.get(one.urn), { edition, programme })}</li>\n`,
  );
  return html`${heading2(words.results(schools.length))}
${schools.length >= shown && paragraph(words.first(shown))}
<ul class="govuk-list govuk-list--spaced">${items}</ul>`;
}

function alreadyRegistered(on: Instant | undefined, { edition, programme }: Setting): Html | undefined {
  if (on === undefined) return undefined;
  const { find: words } = schoolsContent;
  const lost = pathOf('/editions/{edition}/lost-link', edition);
  return html`<br>${words.registered(dayInWords(londonDate(on)))}
${link(lost, words.lostLink)} ${words.or} ${link(`mailto:${programme.organiser.email}`, words.join)}`;
}

function placeOf({ town, postcode, urn }: School): string {
  return [town, postcode, `${schoolsContent.find.urn} ${urn}`].filter((part) => part).join(', ');
}

function notListed(programme: Programme): Html {
  const { find: words } = schoolsContent;
  return html`${heading2(words.notListed)}${paragraph(words.notListedAdvice)}${bullets(organiserWays(programme))}`;
}

type RegisterParams = Setting & {
  readonly school: School | undefined;
  readonly halfDays: readonly string[];
  /** Makes a repeated post harmless. */
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** The registration form of one school; without a school, or when sign-up is over, a page that says what to do. */
export function registerPage(params: RegisterParams): string {
  const { edition, programme, school, filled } = params;
  const { register: words } = schoolsContent;
  const find = pathOf('/editions/{edition}/schools', edition);
  const common = { programme, caption: edition.name, backLink: find };
  if (edition.state === 'surveying' || edition.state === 'reported') {
    return journeyPage({ ...common, backLink: editionPath(edition), title: words.closed, body: paragraph(words.closedAdvice) });
  }
  if (!school || !isOpen(school)) {
    const why = school ? insetText({ text: words.schoolClosed }) : paragraph(words.chooseFirstAdvice);
    const body = html`${why}${button({ text: words.choose, href: find })}`;
    return journeyPage({ ...common, title: words.chooseFirst, body, filled });
  }
  return journeyPage({
    ...common,
    title: words.title,
    body: registrationFields({ ...params, school }),
    filled,
  });
}

import type { Edition } from '#shared/domain/edition.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { dayInWords } from '#shared/kernel/time.ts';
import { insetText } from '../components/inset-text.ts';
import { summaryList } from '../components/summary-list.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { applyPath } from '../journeys/paths.ts';
import { editionPath, pathOf } from '../paths.ts';
import { heading2, lead, link, paragraph } from '../prose.ts';
import { sayDays } from '../say.ts';
import { startContent } from './content.en.ts';

type Setting = { readonly edition: Edition; readonly programme: Programme };

/** The front page: the editions one can look at or join, newest first as given. */
export function startPage({ editions }: { readonly editions: readonly Setting[] }): string {
  const { start: words } = startContent;
  const programmes = new Set(editions.map(({ programme }) => programme.programme));
  const list = editions.map(
    ({ edition, programme }) => html`<h3 class="govuk-heading-s">${link(editionPath(edition), edition.name)}</h3>
${paragraph(`${programme.city}, ${sayDays(edition.starts, edition.ends)}`)}`,
  );
  return journeyPage({
    // A city that has the installation to itself sees its own name in the header.
    programme: programmes.size === 1 ? editions[0]?.programme : undefined,
    title: words.title,
    path: '/',
    body: html`${lead(words.lead)}
${heading2(words.choose)}
${editions.length === 0 ? paragraph(words.none) : list}
<p class="govuk-body-s">${words.organisers} ${link('/sign-in', words.signIn)}</p>`,
  });
}

type EditionPageParams = Setting & {
  /** Whether there is a report to see. */
  readonly published: boolean;
  /** Whether figures of the city are held. */
  readonly figures: boolean;
  readonly signUp: 'open' | 'not-yet' | 'closed';
};

/** One edition: what it is, when, and the ways to take part that are open. */
export function editionPage({ edition, programme, published, figures, signUp }: EditionPageParams): string {
  const { edition: words } = startContent;
  const facts = summaryList({
    rows: [
      { key: { text: words.when }, value: { text: sayDays(edition.starts, edition.ends) } },
      {
        key: { text: words.signUp },
        value: { text: words.signUpDays(dayInWords(edition.registrationOpens), dayInWords(edition.registrationCloses)) },
      },
      { key: { text: words.organiser }, value: { text: programme.organiser.name } },
    ],
  });
  return journeyPage({
    programme,
    title: edition.name,
    path: editionPath(edition),
    body: html`${edition.trial && insetText({ text: words.trial })}
${lead(words.lead(programme.city))}
${(edition.welcome ?? '')
  .split('\n')
  .filter((one) => one !== '')
  .map((one) => paragraph(one))}
${published && reportLink(edition)}
${facts}
${signUp === 'open' ? waysIn(edition) : notOpen(edition, signUp)}
${figures && paragraph(link(pathOf('/editions/{edition}/context', edition), words.context(programme.city)))}`,
  });
}

function waysIn({ edition }: Edition): Html {
  const { edition: words } = startContent;
  const ways = [
    { href: pathOf('/editions/{edition}/schools', { edition }), text: words.schools, detail: words.schoolsDetail },
    { href: applyPath({ edition }, 'organisation'), text: words.organisations, detail: words.organisationsDetail },
    { href: applyPath({ edition }, 'volunteer'), text: words.volunteers, detail: words.volunteersDetail },
  ];
  const list = ways.map(
    ({ href, text, detail }) => html`<h3 class="govuk-heading-s">${link(href, text)}</h3>\n${paragraph(detail)}`,
  );
  return html`${heading2(words.takePart)}${paragraph(words.free)}${list}`;
}

function notOpen(edition: Edition, signUp: 'not-yet' | 'closed'): Html {
  const { edition: words } = startContent;
  const [title, detail] =
    signUp === 'not-yet'
      ? [words.notYet, words.notYetDetail(dayInWords(edition.registrationOpens))]
      : [words.closed, words.closedDetail];
  return html`${heading2(title)}${paragraph(detail)}`;
}

function reportLink({ edition }: Edition): Html {
  const { edition: words } = startContent;
  return insetText({
    html: html`${words.impactDetail} ${link(pathOf('/editions/{edition}/impact', { edition }), words.impact)}`,
  });
}

import type { Edition } from '#shared/domain/edition.ts';
import type { StepName } from '#shared/domain/journeys.ts';
import type { School } from '#shared/domain/school.ts';
import { dayInWords, type Instant, londonDate } from '#shared/kernel/time.ts';
import { button } from '../components/button.ts';
import { insetText } from '../components/inset-text.ts';
import { summaryList } from '../components/summary-list.ts';
import type { Filled } from '../filled.ts';
import { form, hiddenField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { editionPath, pathOf } from '../paths.ts';
import { bullets, heading2, lead, link, paragraph } from '../prose.ts';
import { schoolsContent } from '../schools/content.en.ts';
import { journeysContent } from './content.en.ts';
import { forgetForm } from './forget.ts';
import { applyPath, entryPath } from './paths.ts';
import type { JourneySetting } from './state-pages.ts';

const { start: words } = journeysContent;

type Params = JourneySetting & {
  /** The open school to confirm. */
  readonly school: School | undefined;
  /** The organisation whose link a volunteer followed. */
  readonly organisation: string | undefined;
  /** What this browser has begun or sent before. */
  readonly begun:
    | { readonly next: StepName | 'check' | 'sent'; readonly sent?: { readonly reference: string } | undefined }
    | undefined;
  /** When somebody of this school registered and confirmed. */
  readonly registered: Instant | undefined;
  readonly filled?: Filled | undefined;
};

/** The first page of a journey: what it is, what one needs, and the button that begins it. */
export function startJourneyPage(params: Params): string {
  const { edition, programme, kind, school, organisation, filled } = params;
  const back = kind === 'school' ? entryPath(edition, kind) : editionPath(edition);
  const common = { programme, caption: edition.name, backLink: back, filled };
  if (kind === 'school' && !school) {
    // An error about the school leads here.
    const body = html`${begunNotice(params)}<div id="urn" tabindex="-1">${paragraph(words.chooseFirstAdvice)}</div>${button({ text: words.choose, href: back })}`;
    return journeyPage({ ...common, title: words.chooseFirst, body });
  }
  const path = applyPath(edition, kind);
  const given = html`${school && hiddenField('urn', school.urn)}${organisation && hiddenField('organisation', organisation)}`;
  const body = html`${begunNotice(params)}
${school && schoolSummary(edition, school, params.registered)}
${organisation && insetText({ html: html`${words.withOrganisation} ${link(path, words.alone)}` })}
<div id="organisation" tabindex="-1">${lead(words.lead[kind])}</div>
${kind !== 'school' && html`${heading2(words.visitHeading)}${paragraph(words.visit)}`}
${heading2(words.needHeading)}${bullets(words.need[kind])}
${kind !== 'school' && html`${heading2(words.neverHeading)}${paragraph(words.never)}`}
${paragraph(words.closes(dayInWords(edition.registrationCloses)))}
${form({ action: path, body: html`${given}${paragraph(words.kept)}`, submit: words.begin[kind], trap: true })}
${school && paragraph(link(back, words.otherSchool))}
${paragraph(link(onePagePath(params), words.onOnePage))}
${params.begun && !params.begun.sent && forgetForm(edition, kind)}`;
  return journeyPage({ ...common, title: words.titles[kind], path, body });
}

/** The same form on one page, for those who would rather see it all. */
function onePagePath({ edition, kind, school, organisation }: Params): string {
  if (kind === 'school') return `${pathOf('/editions/{edition}/schools/register', edition)}?urn=${school?.urn}`;
  if (kind === 'organisation') return pathOf('/editions/{edition}/organisations/sign-up', edition);
  const path = pathOf('/editions/{edition}/volunteers/sign-up', edition);
  return organisation === undefined ? path : `${path}?organisation=${organisation}`;
}

function begunNotice({ begun, edition, kind }: Params): Html | undefined {
  if (!begun) return undefined;
  if (begun.sent) return insetText({ text: words.sent(begun.sent.reference) });
  return insetText({ html: html`${words.underWay} ${link(applyPath(edition, kind, begun.next), words.goOn)}` });
}

function schoolSummary(edition: Edition, { name, town, postcode, urn }: School, registered: Instant | undefined): Html {
  const { register: labels } = schoolsContent;
  const address = [town, postcode].filter((part) => part).join(', ');
  const rows = [
    { key: { text: labels.school }, value: { text: name } },
    address !== '' && { key: { text: labels.address }, value: { text: address } },
    { key: { text: labels.urn }, value: { text: urn } },
  ];
  // An error about the school leads here: its number travels unseen.
  return html`<div id="urn" tabindex="-1">${summaryList({ rows })}</div>
${registered && insetText({ html: html`${words.registered(dayInWords(londonDate(registered)))} ${link(pathOf('/editions/{edition}/lost-link', edition), schoolsContent.find.lostLink)}` })}`;
}

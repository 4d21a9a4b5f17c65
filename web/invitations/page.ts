import type { Edition } from '#shared/domain/edition.ts';
import { stepsOf, type Typed } from '#shared/domain/journeys.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { SignUpInvitation } from '#shared/domain/sign-up-invitation.ts';
import { declineKinds } from '#shared/domain/vocabulary.ts';
import { insetText } from '../components/inset-text.ts';
import { summaryList } from '../components/summary-list.ts';
import { type Filled, formState } from '../filled.ts';
import { form, radiosField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { answersOf } from '../journeys/answers.ts';
import { pathOf } from '../paths.ts';
import { heading2, lead, lines, link, paragraph } from '../prose.ts';
import { sayDays } from '../say.ts';
import { invitationsContent } from './content.en.ts';

const { mine: words } = invitationsContent;

type Params = {
  readonly edition: Edition;
  readonly programme: Programme;
  readonly invitation: SignUpInvitation;
  /** What the form begins with. */
  readonly values: Typed;
  readonly open: boolean;
  readonly signedUp: boolean;
  readonly filled?: Filled | undefined;
};

/** What somebody who was invited sees: what the form would begin with, the button to take part, and the ways to say no. */
export function invitationPage(params: Params): string {
  const { edition, programme, invitation, open, signedUp, filled } = params;
  const { declined } = invitation;
  const way = signedUp
    ? html`${insetText({ text: words.signedUp })}${paragraph(link(pathOf('/editions/{edition}/lost-link', edition), words.lostLink))}`
    : html`${declined && insetText({ text: words.declined[declined.how] })}${open ? startForm(params) : paragraph(words.closed)}${declined?.how !== 'never' && noForm(filled)}`;
  return journeyPage({
    programme,
    title: words.title,
    caption: edition.name,
    path: '/my/invitation',
    filled,
    body: html`${lead(words.intro(edition.name, sayDays(edition.starts, edition.ends)))}${way}`,
  });
}

function startForm({ invitation: { kind, from }, values }: Params): Html {
  const rows = stepsOf(kind, values)
    .flatMap((step) => answersOf(kind, step, values))
    .filter(({ says }) => says.length > 0)
    .map(({ key, says }) => ({ key: { text: key }, value: { html: lines(says) } }));
  const begun = from !== undefined && rows.length > 0;
  const action = '/my/invitation/start';
  return html`${begun ? html`${heading2(words.begun)}${paragraph(words.begunSays)}${summaryList({ rows })}` : paragraph(words.fresh)}
${form({ action, submit: begun ? words.start.begun : words.start.fresh })}`;
}

function noForm(filled: Filled | undefined): Html {
  const options = declineKinds.map((value) => ({ value, text: words.hows[value] }));
  const body = radiosField({ ...formState(filled), path: 'how', label: words.how, options });
  return html`${heading2(words.no)}${form({ action: '/my/invitation/decline', body, submit: words.say, submitClasses: 'govuk-button--secondary' })}`;
}

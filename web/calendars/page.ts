import type { Edition } from '#shared/domain/edition.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { button } from '../components/button.ts';
import { insetText } from '../components/inset-text.ts';
import { notificationBanner } from '../components/notification-banner.ts';
import { form } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { type Console, consolePage } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { heading2, lead, narrow, paragraph } from '../prose.ts';
import { sayMoment } from '../say.ts';
import { calendarsContent as words } from './content.en.ts';

/** One address, as a calendar takes it and as a person copies it. */
export type Addresses = { readonly webcal: string; readonly https: string };

type Params = {
  /** When the address was made that works; undefined where none does. */
  readonly madeAt: Instant | undefined;
  /** The address that was made just now: it is shown this once. */
  readonly made: Addresses | undefined;
  readonly stopped: boolean;
};

/** The page by which the reader of a link has their places in their own calendar. */
export function myCalendarPage({
  edition,
  programme,
  ...params
}: Params & { readonly edition: Edition; readonly programme: Programme }): string {
  return journeyPage({
    programme,
    title: words.title,
    caption: edition.name,
    backLink: '/my/place',
    path: '/my/calendar',
    body: bodyOf(params, { says: words.mine, action: '/my/calendar' }),
  });
}

/** The page by which an organiser has every event in their own calendar. */
export function teamCalendarPage({ madeAt, made, stopped, ...console }: Console & Params): string {
  const key = { edition: console.edition.edition };
  const action = pathOf('/organiser/editions/{edition}/calendar', key);
  return consolePage(console, {
    title: words.title,
    backLink: pathOf('/organiser/editions/{edition}/events', key),
    path: action,
    body: narrow(bodyOf({ madeAt, made, stopped }, { says: words.teams, action })),
  });
}

function bodyOf({ madeAt, made, stopped }: Params, { says, action }: { readonly says: string; readonly action: string }): Html {
  const done =
    stopped &&
    !madeAt &&
    notificationBanner({ type: 'success', text: words.stopped, titleText: words.done, disableAutoFocus: true });
  if (madeAt === undefined) return html`${done}${lead(says)}${paragraph(words.how)}${form({ action, submit: words.make })}`;
  const again = form({ action, submit: words.again, submitClasses: 'govuk-button--secondary' });
  const shown = made
    ? fresh(made)
    : html`${insetText({ text: words.madeOn(sayMoment(madeAt)) })}${paragraph(words.lost)}${again}`;
  return html`${lead(says)}${shown}
${heading2(words.stopHeading)}${paragraph(words.stopAdvice)}
${form({ action: `${action}/stop`, submit: words.stop, submitClasses: 'govuk-button--warning' })}`;
}

function fresh({ webcal, https }: Addresses): Html {
  return html`${heading2(words.heading)}
${button({ text: words.open, href: webcal })}
${paragraph(words.copy)}
<p class="govuk-body app-break"><code>${https}</code></p>
${insetText({ text: words.once })}`;
}

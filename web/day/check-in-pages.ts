import type { CheckIn, ExpectedGroup } from '#shared/domain/check-in.ts';
import type { Edition } from '#shared/domain/edition.ts';
import type { Event } from '#shared/domain/event.ts';
import type { Programme } from '#shared/domain/programme.ts';
import type { Filled } from '../filled.ts';
import { html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { type Console, consolePage, may } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { narrow, paragraph } from '../prose.ts';
import { sayHalfDay } from '../say.ts';
import { checkInList } from './check-in.ts';
import { checkInContent as words } from './content.en.ts';

type Params = {
  readonly event: Event;
  readonly groups: readonly ExpectedGroup[];
  readonly checkIns: readonly CheckIn[];
  /** Makes a repeated post harmless: another for each form. */
  readonly newKey: () => string;
  readonly filled?: Filled | undefined;
};

/** The organiser's page to check groups in. */
export function checkInPage({ event, groups, checkIns, newKey, filled, ...console }: Console & Params): string {
  const key = { edition: event.edition, event: event.event };
  const action = may(console, 'coordinator') ? pathOf('/organiser/editions/{edition}/events/{event}/check-in', key) : undefined;
  return consolePage(console, {
    title: words.title,
    backLink: pathOf('/organiser/editions/{edition}/events/{event}', key),
    filled,
    body: narrow(
      html`${paragraph(`${event.title}. ${sayHalfDay(event.halfDay)}.`)}${checkInList({ groups, checkIns, action, newKey, filled })}`,
    ),
  });
}

type ByLink = Params & { readonly edition: Edition; readonly programme: Programme };

/** The page by which a school checks in the groups that its own adults lead; the host all of them. */
export function ownCheckInPage({ edition, programme, event, groups, checkIns, newKey, filled }: ByLink): string {
  const action = pathOf('/my/place/bookings/{event}/check-in', { event: event.event });
  return journeyPage({
    programme,
    title: words.title,
    caption: edition.name,
    backLink: '/my/place',
    filled,
    body: html`${paragraph(`${event.title}. ${sayHalfDay(event.halfDay)}.`)}${checkInList({ groups, checkIns, action, newKey, filled })}`,
  });
}

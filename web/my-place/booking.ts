import { eventCancelled, isChangeable } from '#shared/domain/booking-changes.ts';
import { summaryList } from '../components/summary-list.ts';
import { cohortFields } from '../cohort-fields.ts';
import { type Filled, formState } from '../filled.ts';
import { form, type FormState, hiddenField, numberField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { organiserWays } from '../organiser-ways.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, link, paragraph } from '../prose.ts';
import type { Booking } from '#shared/domain/event.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { cohortValues } from './change.ts';
import { myPlaceContent } from './content.en.ts';
import { meanwhile } from './meanwhile.ts';
import type { PlaceSetting } from './place.ts';
import { type Visit, visitRows } from './visits.ts';

type Params = PlaceSetting & {
  readonly visit: Visit & { readonly booking: Booking };
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** The form that changes how many pupils come to one event; once that is too late, a page that says so. */
export function bookingPage({ edition, programme, school, visit, now, requestKey, filled }: Params): string {
  const { booking: words } = myPlaceContent;
  const { event, booking } = visit;
  const path = pathOf('/my/place/bookings/{event}', { event: event.event });
  const giveBack = pathOf('/my/place/bookings/{event}/give-back', { event: event.event });
  const adult = filled !== undefined && 'adult' in filled.values ? filled : undefined;
  const state: FormState = filled && !adult ? formState(filled) : { values: cohortValues(booking.cohorts), issues: [] };
  const rows = visitRows(visit, school.urn);
  const fields = html`${hiddenField('version', String(booking.version))}${hiddenField('requestKey', requestKey)}
${cohortFields(state, words.cohorts)}
${paragraph(words.free(event.placesFree))}`;
  const changeable = isChangeable(booking, event, now);
  return journeyPage({
    programme,
    title: words.title,
    caption: edition.name,
    backLink: '/my/place',
    path,
    filled,
    body: html`${meanwhile({ filled: adult ? undefined : filled, held: booking, rows, now, path })}
${heading2(event.title)}${summaryList({ rows })}
${changeable ? html`${form({ action: path, body: fields, submit: words.save })}${paragraph(link(giveBack, words.giveBack))}` : fixedPart(visit, programme)}
${event.state === 'confirmed' && booking.attended === undefined && adultPart(booking, { path, requestKey, filled: adult })}`,
  });
}

type Asked = { readonly path: string; readonly requestKey: string; readonly filled: Filled | undefined };

/** Who supervises the school's pupils there: asked for until they have been counted. */
function adultPart({ adult, adults, version }: Booking, { path, requestKey, filled }: Asked): Html {
  const { booking: words } = myPlaceContent;
  const kept = { adult: adult === undefined ? [] : [adult], adults: adults === undefined ? [] : [String(adults)] };
  const state = filled ? formState(filled) : { values: kept, issues: [] };
  const body = html`${hiddenField('version', String(version))}${hiddenField('requestKey', requestKey)}
${textField({ ...state, path: 'adult', label: words.adultName })}
${numberField({ ...state, path: 'adults', label: words.adults, hint: words.adultsHint })}`;
  return html`${heading2(words.adult)}${paragraph(words.adultAdvice)}
${form({ action: `${path}/adult`, body, submit: words.saveAdult, submitClasses: 'govuk-button--secondary' })}`;
}

/** Why a school's places at an event cannot be changed any more, and whom to write to. */
export function fixedPart({ event }: Visit, programme: Programme): Html {
  if (event.state === 'cancelled') return paragraph(eventCancelled);
  return html`${paragraph(myPlaceContent.booking.tooLate)}${bullets(organiserWays(programme))}`;
}

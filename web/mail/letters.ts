import type { Letter, TableReader } from '#shared/ports.ts';
import type { EmailName } from '#shared/system/email-names.ts';
import type { Fact } from '#shared/system/events.ts';
import { bookingForOrganisations, bookingForSchool } from './letters/bookings.ts';
import { eventCancelled } from './letters/cancellation.ts';
import { bookingChangedForOrganisations, placeChanged } from './letters/changes.ts';
import { colleagueInvited } from './letters/colleagues.ts';
import { handedOverByYou, handedOverToYou } from './letters/hand-over.ts';
import { lostLink } from './letters/lost-link.ts';
import { offerForOrganisations, offerForVolunteers, visitorLate } from './letters/offers.ts';
import { eventMoved } from './letters/move.ts';
import { rotationChanged } from './letters/rotation.ts';
import { organiserInvited } from './letters/team.ts';
import { organiserMessage } from './letters/message.ts';
import { organiserNotice } from './letters/organiser.ts';
import { reminder } from './letters/reminder.ts';
import { settingOf, type Write } from './letters/setting.ts';
import { waitingList } from './letters/waiting.ts';
import { organisationSignedUp, schoolRegistered, volunteerSignedUp } from './letters/sign-up.ts';
import { signUpInvitation } from './letters/sign-up-invitation.ts';
import { sessionsChanged } from './letters/visitor-changes.ts';
import { clearanceEnding } from './letters/clearance.ts';
import { placeReleased, visitReminder } from './letters/visit.ts';
import { visitThanks } from './letters/thanks.ts';
import { sectorVisit, sectorVisitForSchool } from './letters/sector-visit.ts';
import { standIn } from './letters/stand-in.ts';
import { surveyInvitation, surveyReminder, surveyThanks } from './letters/survey.ts';

const writers: Readonly<Record<EmailName, Write>> = {
  'school-registered': schoolRegistered,
  'organisation-signed-up': organisationSignedUp,
  'volunteer-signed-up': volunteerSignedUp,
  'colleague-invited': colleagueInvited,
  'booking-for-school': bookingForSchool,
  'waiting-list': waitingList,
  'booking-for-organisation': bookingForOrganisations,
  'offer-for-organisation': offerForOrganisations,
  'offer-for-volunteer': async (...of) => [...(await offerForVolunteers(...of)), ...(await standIn(...of))],
  'visitor-late': visitorLate,
  'event-cancelled': eventCancelled,
  'event-moved': eventMoved,
  'rotation-changed': rotationChanged,
  'place-changed': async (...of) => [...(await placeChanged(...of)), ...(await sectorVisitForSchool(...of))],
  'sessions-changed': async (...of) => [...(await sessionsChanged(...of)), ...(await sectorVisit(...of))],
  'booking-changed-for-organisation': bookingChangedForOrganisations,
  'handed-over-to-you': handedOverToYou,
  'handed-over-by-you': handedOverByYou,
  'lost-link': lostLink,
  reminder,
  'organiser-invited': organiserInvited,
  'organiser-notice': organiserNotice,
  'organiser-message': organiserMessage,
  'visit-reminder': async (...of) => [...(await visitReminder(...of)), ...(await clearanceEnding(...of))],
  'visit-thanks': visitThanks,
  'place-released': placeReleased,
  'sign-up-invitation': signUpInvitation,
  'survey-invitation': surveyInvitation,
  'survey-reminder': surveyReminder,
  'survey-thanks': surveyThanks,
};

/**
 * The letters that a fact calls for in one template, one for each reader; what they say is read by the fact's ids. None
 * when the subject is no longer there or the fact is none of the template's. `only` asks for one reader's letter.
 */
export async function lettersFor(template: EmailName, fact: Fact, read: TableReader, only?: string): Promise<Letter[]> {
  const setting = await settingOf(fact.edition, read);
  const letters = setting ? await writers[template](fact, read, setting, only) : [];
  return only === undefined ? letters : letters.filter(({ recipient }) => recipient === only);
}

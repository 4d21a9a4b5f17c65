import * as z from 'zod/mini';

// The closed choices that facts carry too. They stand apart from the nouns they describe, so that a fact's schema can
// read them while those nouns name the facts they give.

/** The states of an edition, in order; it moves one step at a time. */
export const editionStates = ['draft', 'open', 'running', 'surveying', 'reported'] as const;
export const editionState = z.enum(editionStates, 'Choose a state');
export type EditionState = z.infer<typeof editionState>;

/** How a school takes part: it hosts, its pupils visit, or its classes join online. Any of them together. */
export const schoolRoles = ['host', 'attending', 'online'] as const;

/** The ways an organisation can meet children. */
export const sessionFormats = ['special-in-school', 'special-own-site', 'rotation', 'online'] as const;

/** What is known of a city beside its programme: figures by year, lists of places like it, careers guidance, Ofsted's grades. */
export const contextKinds = ['figures', 'neighbours', 'benchmarks', 'judgements', 'case-study'] as const;

/** What is kept of a funded programme. */
export const fundingKinds = ['line', 'deliverable', 'spend', 'claim', 'menu', 'session', 'wave', 'need', 'quote'] as const;
/** What becomes of it. */
export const fundingChanges = ['entered', 'corrected', 'undone', 'asked', 'matched', 'held', 'cancelled'] as const;
/** What a deliverable is counted in. */
export const deliverableUnits = ['activities', 'pupils', 'schools', 'evaluations'] as const;
/** What can be claimed for a deliverable. */
export const outputKinds = ['session', 'event', 'wave'] as const;
/** How a session from the menu stands. */
export const sectorSessionStates = ['asked', 'matched', 'held', 'cancelled'] as const;
/** Who is asked how it was. */
export const waveAudiences = ['pupils', 'parents', 'teachers', 'volunteers'] as const;
/** How many of a school's pupils can have free school meals. */
export const fundingNeeds = ['high', 'medium', 'low'] as const;
/** How talking with a school that asks for a course stands. */
export const enquiryStates = ['new', 'talking', 'agreed', 'declined'] as const;

/** What happens to whoever is to come to a sector session. */
export const sectorVisits = ['matched', 'replaced', 'cancelled'] as const;

/** What can change of a course at a school: it is made, gets a session, is confirmed, its places drawn; what happened is recorded. */
export const courseChanges = [
  'made',
  'session',
  'substitute',
  'taken-over',
  'confirmed',
  'drawn',
  'recorded',
  'cloud',
  'assembly',
] as const;

/** What can change of a school's answers, the most pressing first: the order in which it is told. Its roles only an organiser changes. */
export const changedAnswers = ['roles', 'cohorts', 'halfDays', 'hallCapacity', 'accessNeeds', 'wishes', 'contact'] as const;

/** The shapes of a gathering: one organisation's workshops, four organisations going round, or whole classes online. */
export const eventKinds = ['special', 'rotation', 'online'] as const;

/** Who comes to meet children: an organisation, or a volunteer by themselves. */
export const visitorKinds = ['organisation', 'volunteer'] as const;

/** What can be answered to an offered place. */
export const offerAnswers = ['accepted', 'declined'] as const;
/** How an offered place stands; `waiting` was accepted, and waits for the safeguarding lead. */
export const offerStates = ['offered', 'waiting', ...offerAnswers] as const;
/** Why an accepted place waits: more than three days in thirty, or one weekday week after week. */
export const crossings = ['many-days', 'weekly'] as const;
/** What the safeguarding lead decides on a place that waits. */
export const placementOutcomes = ['confirmed', 'refused'] as const;

/** How long before a visit a reminder comes: a week, or the school day before. */
export const reminderKinds = ['week', 'day'] as const;
/** What is sent once about one half-day: the reminders before it, the thanks after it. */
export const aroundVisit = [...reminderKinds, 'thanks'] as const;

/** Whose week a calendar can subscribe to. */
export const feedKinds = ['registration', 'organisation', 'volunteer', 'organiser'] as const;

/** How asking people to an event until there are enough stands. */
export const askingStates = ['open', 'full', 'spent', 'stopped'] as const;

/** How many minutes late somebody is. */
export const delays = ['10', '20', '30', 'more'] as const;

/** Whether a group came: a no-show was expected and did not come; who withdrew had said so before. */
export const groupStates = ['came', 'no-show', 'withdrew'] as const;

/** What changes when an event is moved. */
export const movedParts = ['halfDay', 'venue'] as const;

/** What changes when an event's hours, sessions or arrival are set, in the order in which it is told. */
export const arrangedParts = ['hours', 'timetable', 'places', 'arrival'] as const;

/**
 * What can change of what an organisation or a volunteer offers, in the order in which the organiser is told. The names and
 * the sector only an organiser changes.
 */
export const changedOffers = [
  'name',
  'sector',
  'organisationName',
  'formats',
  'halfDays',
  'workshopsPerHalfDay',
  'placesPerWorkshop',
  'yearGroups',
  'sessionTitle',
  'needs',
  'offer',
  'publicCredit',
  'contact',
] as const;

/** The settings of an edition that an admin can change, in the order of the form. */
export const changedSettings = [
  'name',
  'starts',
  'ends',
  'registrationOpens',
  'registrationCloses',
  'surveyCloses',
  'closedDays',
  'welcome',
  'safeguardingLead',
  'keepMonths',
  'hours',
  'waiting',
  'asking',
] as const;

/** What of a programme an admin can change, in the order of the form. */
export const changedProgramme = ['name', 'city', 'localAuthorities', 'colour', 'organiser'] as const;

/** Whom an organiser can invite to sign up: those who took part in the edition before, or addresses that are typed in. */
export const inviteGroups = [
  'last-school',
  'last-organisation',
  'last-volunteer',
  'typed-school',
  'typed-organisation',
  'typed-volunteer',
] as const;

/** How somebody who was invited to sign up says no: this time, or never to be asked again. */
export const declineKinds = ['this-time', 'never'] as const;

/**
 * What can wait for an organiser, the most pressing first. `clash` is an event that shares somebody, a hall or a class with
 * another of its day; `line` is a place that waits for the safeguarding lead; `short` is one that nobody takes any
 * more; `adult` is a school’s place for which no supervising adult is named, `report` one that a second person must publish.
 */
export const taskKinds = [
  'clash',
  'line',
  'short',
  'bounced',
  'approve',
  'no-reply',
  'unconfirmed',
  'adult',
  'session',
  'report',
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** What an organiser may do in an edition besides viewing, the least first. An admin invites organisers and changes settings. */
export const organiserRoles = ['coordinator', 'safeguarding', 'publisher', 'admin'] as const;
export type OrganiserRole = (typeof organiserRoles)[number];

import { askContent } from './organiser/ask.en.ts';
import { arrangeContent } from './organiser/arrange.en.ts';
import { arrivalContent } from './arrival/content.en.ts';
import { calendarsContent } from './calendars/content.en.ts';
import { exchangeContent } from './exchange/content.en.ts';
import { classesContent } from './classes/content.en.ts';
import { benchmarksContent } from './context/benchmarks.en.ts';
import { caseStudiesContent } from './context/case-studies.en.ts';
import { contextContent } from './context/content.en.ts';
import { enquiriesContent } from './courses/enquiries.en.ts';
import { coursesContent } from './courses/content.en.ts';
import { checkInContent } from './day/content.en.ts';
import { fieldsContent } from './fields.en.ts';
import { childrenContent } from './impact/children.en.ts';
import { claimsContent } from './funding/claims.en.ts';
import { fundingContent } from './funding/content.en.ts';
import { evaluationContent } from './funding/evaluation.en.ts';
import { reportContent as funderReportContent } from './funding/report.en.ts';
import { sessionsContent } from './funding/sessions.en.ts';
import { impactContent } from './impact/content.en.ts';
import { invitationsContent } from './invitations/content.en.ts';
import { journeysContent } from './journeys/content.en.ts';
import { englishLabels } from './labels.en.ts';
import { linksContent } from './links/content.en.ts';
import { clashContent } from './organiser/clashes.en.ts';
import { draftWords } from './organiser/drafts.en.ts';
import { listsContent } from './organiser/lists.en.ts';
import { statusContent } from './organiser/status.en.ts';
import { trialContent } from './organiser/trial.en.ts';
import { registerContent } from './exchange/register.en.ts';
import { recordsContent } from './organiser/records.en.ts';
import { lostLinkContent } from './lost-link/content.en.ts';
import { englishMailNames } from './mail-names.en.ts';
import { myPlaceContent } from './my-place/content.en.ts';
import { organisationsContent } from './organisations/content.en.ts';
import { auditContent } from './organiser/audit.en.ts';
import { organiserContent } from './organiser/content.en.ts';
import { roleNames, teamContent } from './organiser/team.en.ts';
import { editionContent } from './organiser/edition.en.ts';
import { eventsContent } from './organiser/events.en.ts';
import { figuresContent } from './organiser/impact.en.ts';
import { messagesContent } from './organiser/messages.en.ts';
import { pauseContent } from './organiser/pause.en.ts';
import { parentsContent } from './pupils/parents.en.ts';
import { pupilsContent } from './pupils/content.en.ts';
import { receiptContent } from './receipt/content.en.ts';
import { reportContent } from './report/content.en.ts';
import { cardsContent } from './rotation/cards.en.ts';
import { rotationContent } from './rotation/content.en.ts';
import { rotationNews } from './rotation/news.en.ts';
import { responsesContent } from './responses/content.en.ts';
import { rotationWays } from './rotation/ways.en.ts';
import { safeguardingContent } from './safeguarding/content.en.ts';
import { schoolsContent } from './schools/content.en.ts';
import { startContent } from './start/content.en.ts';
import { portfolioContent } from './portfolio/content.en.ts';
import { statementContent } from './statement/content.en.ts';
import { visitsContent } from './survey/visits.en.ts';
import { surveyContent } from './survey/content.en.ts';
import { surveySheetContent } from './survey/sheet.en.ts';
import { trustContent } from './trust/content.en.ts';
import { volunteersContent } from './volunteers/content.en.ts';
import { waitingContent } from './waiting/content.en.ts';
import type { Language } from './words.ts';

/** All words of the pages in English, journey by journey. */
const english = {
  arrange: arrangeContent,
  arrival: arrivalContent,
  calendars: calendarsContent,
  ask: askContent,
  checkIn: checkInContent,
  classes: classesContent,
  pupils: pupilsContent,
  parents: parentsContent,
  benchmarks: benchmarksContent,
  caseStudies: caseStudiesContent,
  context: contextContent,
  courses: coursesContent,
  enquiries: enquiriesContent,
  drafts: draftWords,
  exchange: exchangeContent,
  fields: fieldsContent,
  funding: fundingContent,
  fundingClaims: claimsContent,
  fundingEvaluation: evaluationContent,
  fundingReport: funderReportContent,
  fundingSessions: sessionsContent,
  impact: impactContent,
  impactChildren: childrenContent,
  invitations: invitationsContent,
  journeys: journeysContent,
  labels: englishLabels,
  links: linksContent,
  clashes: clashContent,
  lists: listsContent,
  status: statusContent,
  trial: trialContent,
  register: registerContent,
  records: recordsContent,
  lostLink: lostLinkContent,
  mailNames: englishMailNames,
  myPlace: myPlaceContent,
  organisations: organisationsContent,
  organiser: organiserContent,
  organiserAudit: auditContent,
  organiserTeam: { ...teamContent, roles: roleNames },
  organiserEdition: editionContent,
  organiserEvents: eventsContent,
  organiserFigures: figuresContent,
  receipt: receiptContent,
  organiserMessages: messagesContent,
  organiserPause: pauseContent,
  report: reportContent,
  cards: cardsContent,
  rotation: rotationContent,
  rotationNews,
  rotationWays,
  responses: responsesContent,
  safeguarding: safeguardingContent,
  schools: schoolsContent,
  start: startContent,
  portfolio: portfolioContent,
  statement: statementContent,
  survey: surveyContent,
  surveySheet: surveySheetContent,
  visits: visitsContent,
  trust: trustContent,
  volunteers: volunteersContent,
  waiting: waitingContent,
};

type Text = string | ((...values: never[]) => unknown);

/** The same keys down to each sentence, in whatever words; a sentence with holes keeps its holes. */
type Translation<T> = T extends string ? string : T extends Text ? T : { readonly [K in keyof T]: Translation<T[K]> };

/** What another language has to say: one with a key missing does not compile. */
export type Content = Translation<typeof english>;

/** The words of the pages in every language there is. */
export const content: Readonly<Record<Language, Content>> = { en: english };

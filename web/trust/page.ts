import { retention, type RetentionKey } from '#shared/domain/retention.ts';
import { dayInWords } from '#shared/kernel/time.ts';
import { type CookieKey, cookies } from '#shared/system/cookies.ts';
import { summaryList } from '../components/summary-list.ts';
import { table } from '../components/table.ts';
import { html, type Html } from '../html.ts';
import { page } from '../layout.ts';
import { link } from '../prose.ts';
import { sections, type Wording, type WordingSection } from '../wording.ts';
import { trustContent as words } from './content.en.ts';
import { accessibilityReviewed } from './review.ts';

/** Whom to ask about the site as a whole, where its settings say so. */
export type TrustPageParams = { readonly contactEmail?: string | undefined };

/** What was tested, how, and what is not known, in the parts that the accessibility regulations ask for. */
export function accessibilityPage({ contactEmail }: TrustPageParams = {}): string {
  const { accessibility: says } = words;
  return trustPage('/accessibility', says.title, [
    { says: [says.intro, { bullets: says.abilities }] },
    { heading: says.howAccessible, says: [says.knownProblems] },
    { heading: says.feedback, says: [ask(contactEmail), says.feedbackHow, says.feedbackFormat, says.feedbackWhen] },
    { heading: says.enforcement, says: [{ fixed: says.enforcementFixed }, says.enforcementLink] },
    { heading: says.technical, says: [{ fixed: says.commitmentFixed }] },
    { heading: says.status, says: [says.statusSays] },
    {
      heading: says.tested,
      says: [says.testedSays, { bullets: says.tests }, says.testedLimits, says.prepared(dayInWords(accessibilityReviewed))],
    },
  ]);
}

/** What we keep about adults, why, how long, and what they can ask for. */
export function privacyPage({ contactEmail }: TrustPageParams = {}): string {
  const { privacy: says } = words;
  return trustPage('/privacy', says.title, [
    { says: [says.intro, says.forChildren] },
    { heading: says.who, says: [says.whoSays] },
    { heading: says.neverAsked, says: [says.neverAskedSays] },
    { heading: says.why, says: [says.whySays] },
    { heading: says.what, says: [says.whatSays, { block: keptTable() }] },
    { heading: says.survey, says: says.surveySays },
    { heading: says.sees, says: says.seesSays },
    { heading: says.rights, says: [says.rightsSays, ask(contactEmail), says.rightsWhen, says.complain] },
  ]);
}

function keptTable(): Html {
  const { columns, what } = words.privacy;
  const rows = Object.keys(retention)
    .filter(isRetention)
    .map((key) => {
      const { what: kind, why } = words.retention[key];
      return [{ text: kind }, { text: why }, { text: retention[key].kept }];
    });
  const head = [columns.what, columns.why, columns.kept].map((text) => ({ text }));
  return table({
    caption: what,
    captionClasses: 'govuk-visually-hidden',
    head,
    rows,
    firstCellIsHeader: true,
    stacks: true,
  });
}

/** The same for children of seven. */
export function childrenPrivacyPage(): string {
  const { children: says } = words;
  return trustPage('/privacy/children', says.title, [{ says: says.says }]);
}

/** The cookies that the code can set, all of them necessary. */
export function cookiesPage(): string {
  const { cookies: says } = words;
  const rows = Object.keys(cookies)
    .filter(isCookie)
    .map((key) => ({
      key: { text: cookies[key].name },
      value: { text: `${says.why[key]} ${says.lasts(sayDuration(cookies[key].seconds))}` },
    }));
  return trustPage('/cookies', says.title, [{ says: [...says.intro, { block: summaryList({ rows }) }, ...says.after] }]);
}

/** Whom to ask about what. */
export function contactPage({ contactEmail }: TrustPageParams = {}): string {
  const { contact: says } = words;
  const wayTo = contactEmail ? [ask(contactEmail)] : [];
  return trustPage('/contact', says.title, [
    { heading: says.programme, says: says.programmeSays },
    { heading: says.link, says: [says.linkSays] },
    { heading: says.site, says: [ask(contactEmail), says.siteSays] },
    { heading: says.security, says: [...wayTo, says.securitySays] },
  ]);
}

function trustPage(path: string, title: string, parts: readonly WordingSection[]): string {
  return page({ title, heading: title, path, body: sections(parts) });
}

function ask(contactEmail: string | undefined): Wording {
  return contactEmail ? html`${words.writeTo} ${link(`mailto:${contactEmail}`, contactEmail)}.` : words.ask;
}

/** A span of seconds as people say it: “10 minutes”, “12 hours”, “7 days”. */
export function sayDuration(seconds: number): string {
  const [size, unit] = seconds >= 172_800 ? [86_400, 'day'] : seconds >= 3600 ? [3600, 'hour'] : [60, 'minute'];
  const count = Math.round(seconds / Number(size));
  return `${count} ${count === 1 ? unit : `${unit}s`}`;
}

function isRetention(key: string): key is RetentionKey {
  return Object.hasOwn(retention, key);
}

function isCookie(key: string): key is CookieKey {
  return Object.hasOwn(cookies, key);
}

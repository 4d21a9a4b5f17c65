import type { BarredListCheck, PlacementDecision } from '#shared/domain/placement-record.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { html, type Html } from '../html.ts';
import { type Console, consolePage, listTable } from '../organiser/frame.ts';
import { sayWho } from '../organiser/audit.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, lines, link, narrow, paragraph } from '../prose.ts';
import { sayMoment } from '../say.ts';
import { safeguardingContent as words } from './content.en.ts';

type People = ReadonlyMap<string, string>;
type ListParams = Console & {
  readonly waiting: readonly { readonly volunteer: string; readonly since: Instant }[];
  /** Names by volunteer. */
  readonly names: People;
  /** Newest first. */
  readonly decisions: readonly PlacementDecision[];
  readonly checks: readonly BarredListCheck[];
  /** Addresses of organisers by what a decision's `by` says. */
  readonly people: People;
};

/** Who waits at the safeguarding line, and what was decided. */
export function safeguardingListPage({ waiting, names, decisions, checks, people, ...console }: ListParams): string {
  const { edition } = console.edition;
  const toPerson = (volunteer: string) =>
    link(
      pathOf('/organiser/editions/{edition}/safeguarding/{volunteer}', { edition, volunteer }),
      names.get(volunteer) ?? volunteer,
    );
  return consolePage(console, {
    title: words.title,
    backLink: pathOf('/organiser/editions/{edition}', { edition }),
    path: pathOf('/organiser/editions/{edition}/safeguarding', { edition }),
    body: html`${narrow(html`${words.what.map((one) => paragraph(one))}${paragraph(words.notAdvice)}`)}
${heading2(words.waiting)}
${listTable({
  name: words.waiting,
  none: words.noneWaiting,
  head: [words.person, words.since].map((text) => ({ text })),
  rows: waiting.map(({ volunteer, since }) => [{ html: toPerson(volunteer) }, { text: sayMoment(since) }]),
})}
${heading2(words.decided)}
${decisionsTable(decisions, { people, edition, who: toPerson })}
${checks.length > 0 && html`${heading2(words.checks)}${bullets(checks.map(({ volunteer, askedAt, by }) => html`${toPerson(volunteer)}: ${words.asked(sayMoment(askedAt), sayWho(by, people))}`))}`}`,
  });
}

type Decisions = { readonly people: People; readonly edition: string; readonly who?: (volunteer: string) => Html };

/** Decisions with their reasons; `who` adds whom each is about. */
export function decisionsTable(decisions: readonly PlacementDecision[], { people, edition, who }: Decisions): Html {
  const head = [...(who ? [words.person] : []), words.place, words.outcome, words.reason, words.by];
  return listTable({
    name: words.decided,
    none: words.noneDecided,
    head: head.map((text) => ({ text })),
    rows: decisions.map(({ volunteer, event, outcome, reason, by, at }) => [
      ...(who ? [{ html: who(volunteer) }] : []),
      { html: link(pathOf('/organiser/editions/{edition}/events/{event}', { edition, event }), event) },
      { text: words.outcomes[outcome] },
      { html: lines(reason.split('\n')) },
      { html: lines([sayWho(by, people), sayMoment(at)]), classes: 'app-break' },
    ]),
  });
}

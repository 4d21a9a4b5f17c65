import type { Instant } from '#shared/kernel/time.ts';
import { html, type Html } from '../html.ts';
import { pathOf } from '../paths.ts';
import { lead, lines, link } from '../prose.ts';
import { sayMoment } from '../say.ts';
import { telephoneLink } from '../organiser-ways.ts';
import { type Console, consolePage, listTable, may } from './frame.ts';
import { mailWays } from './mail-ways.ts';
import { messagesContent } from './messages.en.ts';

const { bounced: words } = messagesContent;

/** Somebody whose address takes no mail, and the mail that showed it. */
export type Bounced = {
  readonly called: string;
  /** The page of their record. */
  readonly record: string;
  readonly name: string;
  readonly email: string;
  readonly telephone: string | undefined;
  readonly since: Instant;
  readonly mail: string | undefined;
};

/** The people whose mail came back: whom to telephone, where to correct the address, and which mail to send again. */
export function bouncedPage({ people, ...console }: Console & { readonly people: readonly Bounced[] }): string {
  return consolePage(console, {
    title: words.title,
    path: pathOf('/organiser/editions/{edition}/mails', console.edition),
    body: html`${lead(words.intro)}
${listTable({
  name: words.title,
  none: words.none,
  head: [words.who, words.address, words.telephone, words.since, words.act].map((text) => ({ text })),
  rows: people.map((one) => [
    { html: lines([link(one.record, one.called), ...(one.name === one.called ? [] : [one.name])]) },
    { text: one.email, classes: 'app-break' },
    one.telephone === undefined ? { text: words.noTelephone } : { html: telephoneLink(one.telephone) },
    { text: sayMoment(one.since) },
    { html: lines(actions(console, one)) },
  ]),
})}
${mailWays(console, 'outbox')}`,
  });
}

function actions(console: Console, { record, called, mail }: Bounced): Html[] {
  const hidden = (text: string) => html`<span class="govuk-visually-hidden">${text}</span>`;
  const correct = link(`${record}/edit`, html`${words.correct}${hidden(words.correctHidden(called))}`);
  const path = mail && pathOf('/organiser/editions/{edition}/mails/{mail}', { ...console.edition, mail });
  return [
    ...(may(console, 'coordinator') ? [correct] : []),
    ...(path ? [link(path, html`${words.see}${hidden(words.seeHidden(called))}`)] : []),
  ];
}

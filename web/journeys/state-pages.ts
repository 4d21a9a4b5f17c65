import type { Edition } from '#shared/domain/edition.ts';
import type { JourneyKind } from '#shared/domain/journeys.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { dayInWords, type LocalDate } from '#shared/kernel/time.ts';
import { button } from '../components/button.ts';
import { html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { editionPath } from '../paths.ts';
import { paragraph } from '../prose.ts';
import { journeysContent } from './content.en.ts';
import { applyPath, entryPath } from './paths.ts';

export type JourneySetting = { readonly edition: Edition; readonly programme: Programme; readonly kind: JourneyKind };

/** The edition takes no sign-ups `today`: not yet, or not any more. */
export function closedPage({ edition, programme, kind, today }: JourneySetting & { readonly today: LocalDate }): string {
  const { closed: words } = journeysContent;
  const notYet = today < edition.registrationOpens;
  return journeyPage({
    programme,
    caption: edition.name,
    backLink: editionPath(edition),
    title: notYet ? words.notYet : words.title[kind],
    body: notYet
      ? paragraph(words.notYetAdvice(dayInWords(edition.registrationOpens)))
      : html`${paragraph(words.advice)}${paragraph(words.late)}`,
  });
}

/** The browser holds no answers: they were kept too long ago, deleted, or typed elsewhere. */
export function noDraftPage({ edition, programme, kind }: JourneySetting): string {
  const { noDraft: words } = journeysContent;
  return journeyPage({
    programme,
    caption: edition.name,
    backLink: editionPath(edition),
    title: words.title,
    body: html`${paragraph(words.why)}${button({ text: words.begin, href: entryPath(edition, kind) })}`,
  });
}

/** A page was sent that belonged to answers since deleted: nothing of it went into the answers there are now. */
export function otherDraftPage({ edition, programme, kind }: JourneySetting): string {
  const { otherDraft: words } = journeysContent;
  return journeyPage({
    programme,
    caption: edition.name,
    title: words.title,
    body: html`${paragraph(words.why)}${button({ text: words.goOn, href: applyPath(edition, kind, 'check') })}`,
  });
}

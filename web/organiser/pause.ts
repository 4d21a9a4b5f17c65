import type { Edition } from '#shared/domain/edition.ts';
import type { MailPause } from '#shared/domain/mail-vocabulary.ts';
import { notificationBanner } from '../components/notification-banner.ts';
import { html, type Html } from '../html.ts';
import { pathOf } from '../paths.ts';
import { paragraph } from '../prose.ts';
import { sayMoment } from '../say.ts';
import { pauseContent as words } from './pause.en.ts';

/** Says that mails do not go, and why; nothing while they do. `path` is the page's own: the outbox does not lead to itself. */
export function pauseBanner(
  { edition, mailPause }: { readonly edition: Edition; readonly mailPause?: MailPause | undefined },
  path: string | undefined,
): Html {
  const { holds, refusedSince } = mailPause ?? {};
  const draft = edition.state === 'draft';
  if (!draft && holds === undefined && refusedSince === undefined) return html``;
  const outbox = pathOf('/organiser/editions/{edition}/outbox', edition);
  return notificationBanner({
    titleText: draft ? words.draftTitle : refusedSince === undefined ? words.title : words.refusedTitle,
    titleId: 'mail-pause',
    html: html`${draft ? paragraph(words.draft) : why({ holds, refusedSince })}
${path !== outbox && paragraph(html`<a class="govuk-notification-banner__link" href="${outbox}">${words.see}</a>`)}`,
  });
}

function why({ holds, refusedSince }: MailPause): Html {
  return html`${refusedSince !== undefined && paragraph(words.refused(sayMoment(refusedSince)))}
${holds !== undefined && paragraph(words[holds])}`;
}

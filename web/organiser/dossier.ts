import type { HistoryEntry } from '#shared/domain/history.ts';
import { type Chase, chaseableFrom, type Note } from '#shared/domain/note.ts';
import type { Instant } from '#shared/kernel/time.ts';
import type { Item } from '#shared/system/table.ts';
import { button } from '../components/button.ts';
import { notificationBanner } from '../components/notification-banner.ts';
import { type Filled, formState } from '../filled.ts';
import { form, hiddenField, textareaField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { englishMailNames as mailNames } from '../mail-names.en.ts';
import { pathOf } from '../paths.ts';
import { heading2, lines, link, narrow, paragraph } from '../prose.ts';
import { sayMoment, sayNumber } from '../say.ts';
import { sayWhat, sayWho } from './audit.ts';
import { listTable } from './frame.ts';
import { recordsContent as words } from './records.en.ts';

/** What has just been done to a record, to say so once. */
export const doneKinds = ['approved', 'edited', 'noted', 'note-removed', 'chased', 'withdrawn', 'merged', 'erased'] as const;

/** What is kept about somebody besides their own answers. */
export type Dossier = {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  readonly notes: readonly Note[];
  readonly chase: Chase | undefined;
  readonly mails: readonly Item<'mail'>[];
  /** How many of the edition's newest mails were looked through, where there are more. */
  readonly mailsLooked: number | undefined;
  /** Whether their address takes mail. */
  readonly mail: Item<'address'>['state'] | undefined;
  /** Addresses of the team's members by what an entry's `by` says. */
  readonly people: ReadonlyMap<string, string>;
  /** Whoever is looking, as an entry's `by` says it. */
  readonly me: string;
  readonly done: (typeof doneKinds)[number] | undefined;
};

/** Says once what has just been done. */
export function doneBanner({ done }: Dossier): Html | undefined {
  if (done === undefined) return undefined;
  return notificationBanner({ type: 'success', text: words.done[done], titleText: words.done.heading, disableAutoFocus: true });
}

type Asked = { readonly path: string; readonly now: Instant; readonly mayAct: boolean; readonly filled: Filled | undefined };

/** The button that reminds somebody, or when the next reminder can go; nothing when nothing waits for their answer. */
export function chasePart({ chase }: Dossier, waits: boolean, { path, now }: Asked): Html | undefined {
  if (!waits) return undefined;
  const from = chaseableFrom(chase, now);
  if (chase && from !== undefined) return paragraph(words.chasedLately(sayMoment(chase.at), sayMoment(from)));
  const press = button({ text: words.chase, classes: 'govuk-button--secondary', preventDoubleClick: true });
  return html`<form method="post" action="${path}/chase">${press}</form>\n${paragraph(words.chaseAdvice)}`;
}

/** What organisers wrote about them, and the form to write more. */
export function notesPart(dossier: Dossier, asked: Asked): Html {
  const { path, mayAct, filled } = asked;
  const { notes } = dossier;
  const field = textareaField({ ...formState(filled), path: 'text', label: words.note, hint: words.noteHint, rows: 3 });
  const keep = form({ action: `${path}/notes`, body: field, submit: words.keepNote, submitClasses: 'govuk-button--secondary' });
  return html`${heading2(words.notes)}
${paragraph(words.notesAdvice)}
${notes.length === 0 ? paragraph(words.noNotes) : notes.map((one) => notePart(one, dossier, asked))}
${mayAct && narrow(keep)}`;
}

function notePart({ note, text, by, at }: Note, { people, me }: Dossier, { path, mayAct }: Asked): Html {
  const wrote = words.wrote(sayWho(by, people), sayMoment(at));
  const remove = button({ text: words.removeNote, classes: 'govuk-button--secondary', preventDoubleClick: true });
  const mine = mayAct && by === me;
  return html`<div class="govuk-inset-text">${paragraph(lines(text.split('\n')))}
<p class="govuk-body-s app-break">${wrote}</p>
${mine && html`<form method="post" action="${path}/notes">${hiddenField('remove', note)}${remove}</form>`}</div>\n`;
}

/** The mails they were sent, and what became of them. */
export function mailsPart({ mails, mailsLooked }: Dossier): Html {
  return html`${heading2(words.mails)}
${mailsLooked !== undefined && paragraph(words.mailsLooked(sayNumber(mailsLooked)))}
${listTable({
  name: words.mails,
  none: words.noMails,
  head: [words.mail, words.when, words.state, words.problem].map((text) => ({ text })),
  rows: mails.map((one) => [
    { html: link(pathOf('/organiser/editions/{edition}/mails/{mail}', one), mailNames[one.template]) },
    { text: sayMoment(one.sentAt ?? one.claimedAt) },
    { text: labels.mails[one.state] },
    { text: one.problem ?? labels.none },
  ]),
})}`;
}

/** What happened to them, newest first. */
export function timelinePart({ entries, people }: Dossier): Html {
  return html`${heading2(words.timeline)}
${listTable({
  name: words.timeline,
  none: words.noTimeline,
  head: [words.when, words.who, words.what].map((text) => ({ text })),
  rows: entries.map(({ at, by, what }) => [
    { text: sayMoment(at) },
    { text: sayWho(by, people), classes: 'app-break' },
    { text: sayWhat(what) },
  ]),
})}`;
}

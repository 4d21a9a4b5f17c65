import type { Edition } from '#shared/domain/edition.ts';
import { type Instant, londonDate } from '#shared/kernel/time.ts';
import { insetText } from '../components/inset-text.ts';
import { html, type Html } from '../html.ts';
import { link, paragraph } from '../prose.ts';

type State = 'pending' | 'confirmed' | 'withdrawn';
type Words = {
  readonly status: Readonly<Record<State, string>>;
  readonly over: string;
  readonly reported: string;
  readonly links: { readonly place: string };
};
type Needs = {
  readonly edition: Edition;
  readonly now: Instant;
  readonly words: Words;
  /** Until when it can be done: while the week is not over, or until its report is out. */
  readonly until: 'week' | 'report';
  /** Whether it can also be done before the mailed link has confirmed. */
  readonly unconfirmed?: boolean;
};

/** Why a form would be refused, to stand in its place: an old tab or a bookmark leads here. Undefined when it would be taken. */
export function barred(state: State, { edition, now, words, until, unconfirmed = false }: Needs): Html | undefined {
  const ready = state === 'confirmed' || (state === 'pending' && unconfirmed);
  const over = until === 'week' ? isOver(edition, now) : edition.state === 'reported';
  if (ready && !over) return undefined;
  const late = until === 'week' ? words.over : words.reported;
  return html`${insetText({ text: ready ? late : words.status[state] })}${paragraph(link('/my/place', words.links.place))}`;
}

/** Whether an edition's week is over, so that numbers and half-days stay as they are. */
export function isOver(edition: Edition, now: Instant): boolean {
  return (edition.state !== 'open' && edition.state !== 'running') || londonDate(now) > edition.ends;
}

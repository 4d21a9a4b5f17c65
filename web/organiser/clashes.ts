import type { Clash } from '#shared/domain/clash.ts';
import { insetText } from '../components/inset-text.ts';
import { checkboxesField, type FormState } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { pathOf } from '../paths.ts';
import { bullets, link, paragraph } from '../prose.ts';
import { sayNumber } from '../say.ts';
import { clashContent as words } from './clashes.en.ts';

/** A clash with the name of who or what is taken up twice. */
export type ClashSeen = Clash & { readonly name: string };

/** One clash as a sentence, for a form and for JSON clients. */
export function sayClash({ what, name, with: { title }, tooFar }: ClashSeen): string {
  if (!tooFar) return words.says[what](name, title);
  const { kilometres, minutes, between, earlier, later } = tooFar;
  const far = { kilometres: sayNumber(Math.round(kilometres)), minutes: sayNumber(minutes), between: sayNumber(between) };
  return words.tooFar(name, title, { ...far, ends: earlier.ends, starts: later.starts });
}

/** What clashes, each with the way to the other event; nothing when nothing does. */
export function clashList(clashes: readonly ClashSeen[], edition: string): Html | undefined {
  if (clashes.length === 0) return undefined;
  const items = clashes.map((clash) => {
    const { event, title } = clash.with;
    const path = pathOf('/organiser/editions/{edition}/events/{event}', { edition, event });
    return html`${sayClash(clash)}. ${link(path, words.see(title))}`;
  });
  return insetText({ html: html`${paragraph(words.clashes)}${bullets(items)}` });
}

/** The box that records or moves an event although it clashes. */
export function despiteField(state: FormState): Html {
  const options = [{ value: 'yes', text: words.despite, hint: words.despiteHint }];
  return checkboxesField({ ...state, path: 'despiteClash', label: words.despiteLegend, options, optional: true, small: true });
}

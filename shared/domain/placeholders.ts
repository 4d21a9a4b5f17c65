import { AppError } from '../kernel/errors.ts';
import type { MessageGroup } from './mail-vocabulary.ts';

/** What a message can leave open for each of its readers, and the groups that have a word for it. */
export const placeholders = {
  name: ['host', 'attending', 'online', 'organisations', 'volunteers'],
  school: ['host', 'attending', 'online'],
  organisation: ['organisations'],
  events: ['host', 'attending', 'online', 'organisations', 'volunteers'],
  edition: ['host', 'attending', 'online', 'organisations', 'volunteers'],
  programme: ['host', 'attending', 'online', 'organisations', 'volunteers'],
} as const satisfies Record<string, readonly MessageGroup[]>;
export type Placeholder = keyof typeof placeholders;

/** The placeholders that every one of these groups has a word for. */
export function placeholdersFor(groups: readonly MessageGroup[]): Placeholder[] {
  return Object.keys(placeholders)
    .filter(isPlaceholder)
    .filter((name) => groups.every((group) => placeholders[name].some((one) => one === group)));
}

function isPlaceholder(name: string): name is Placeholder {
  return name in placeholders;
}

/** Whether a text leaves something open for its reader. */
export function leavesOpen(text: string, name: Placeholder): boolean {
  return text.includes(`((${name}))`);
}

/** A text with each placeholder filled in. What stands in the words filled in is never read as a placeholder. */
export function fillIn(text: string, words: Readonly<Record<Placeholder, string>>): string {
  return text.replace(/\(\(([a-z]+)\)\)/g, (whole, name: string) => (isPlaceholder(name) ? words[name] : whole));
}

type Written = { readonly subject: string; readonly body: string; readonly groups: readonly MessageGroup[] };

/** Refuses what a reader would see as brackets: a placeholder we do not know, or one that some reader has no word for. */
export function requireFits({ subject, body, groups }: Written): void {
  const known = placeholdersFor(groups);
  const issues = Object.entries({ subject, body }).flatMap(([path, text]) => {
    const wrong = wrongIn(text, known)[0];
    return wrong === undefined ? [] : [{ path, message: sentenceFor(wrong, known) }];
  });
  if (issues.length > 0) throw new AppError('invalid', 'placeholder', issues[0]?.message ?? '', issues);
}

/** Each double bracket that opens or closes something else than a known placeholder, with what follows it. */
function wrongIn(text: string, known: readonly Placeholder[]): string[] {
  const rest = text.replace(/\(\(([a-z]+)\)\)/g, (whole, name: string) => (known.some((one) => one === name) ? '' : whole));
  return rest.match(/\(\([^\s)]{0,30}\)*|\)\)/g) ?? [];
}

function sentenceFor(wrong: string, known: readonly Placeholder[]): string {
  const name = wrong.replace(/[()]/g, '');
  const list = known.map((one) => `((${one}))`).join(', ');
  if (isPlaceholder(name)) return `Not everybody it is for has a word for ((${name})). Use only ${list}`;
  return `We do not know ${wrong.slice(0, 40)}. Use only ${list}`;
}

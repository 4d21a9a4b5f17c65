import { html, type Html, raw, render } from '../html.ts';

/** What stands in a component: plain text, or HTML, which wins. */
export type Content = { readonly text?: string | number | null | undefined; readonly html?: Html | undefined };

/** Further attributes of an element; `true` and `null` become text, as GOV.UK's macros have it. */
export type Attributes = Readonly<Record<string, string | number | boolean | null | undefined | OptionalAttribute>>;
type OptionalAttribute = { readonly value?: string | number | boolean | null | undefined; readonly optional?: boolean };

/** The content of a component, whichever way it was given. */
export function content(params: Content | undefined): Html | string | number {
  return params?.html ?? params?.text ?? '';
}

/** Whether anything would be shown. */
export function hasContent(params: Content | null | undefined): boolean {
  return params?.html !== undefined || (params?.text !== undefined && params.text !== null && params.text !== '');
}

/** Class names joined, those that are missing left out. */
export function classes(...names: readonly (string | false | null | undefined)[]): string {
  return names.filter((name) => name).join(' ');
}

/** Attributes of our own: `true` stands alone, and what is missing or `false` is left out. */
export function attributes(own: Readonly<Record<string, string | number | boolean | null | undefined>>): Html {
  return raw(
    Object.entries(own)
      .map(([name, value]) => attribute(name, value, true))
      .join(''),
  );
}

/** Attributes that a caller adds. */
export function extra(given: Attributes | undefined): Html {
  const written = Object.entries(given ?? {}).map(([name, item]) =>
    typeof item === 'object' && item !== null
      ? attribute(name, item.value, item.optional === true)
      : attribute(name, item, false),
  );
  return raw(written.join(''));
}

function attribute(name: string, value: string | number | boolean | null | undefined, optional: boolean): string {
  if (!/^[^\s"'<>/=]+$/.test(name)) throw new Error(`${name} is no name of an attribute`);
  const missing = value === undefined || value === null;
  if (optional && (missing || value === false)) return '';
  if (optional && value === true) return ` ${name}`;
  return render(html` ${raw(name)}="${missing ? '' : String(value)}"`);
}

/** Ids joined for `aria-describedby`, or nothing. */
export function describedBy(...ids: readonly (string | false | null | undefined)[]): string | undefined {
  return classes(...ids) || undefined;
}

/** The name of a heading's element, for `<${heading(2)}>`. */
export function heading(level: number | string): Html {
  return raw(`h${Math.min(6, Math.max(1, Math.trunc(Number(level)) || 2))}`);
}

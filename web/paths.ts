import type { Edition } from '#shared/domain/edition.ts';
import type { RouteKey } from '#shared/system/routes.ts';

type PathOf<R extends RouteKey> = R extends `GET ${infer P}` | `POST ${infer P}` ? P : never;
type Holes<T extends string> = T extends `${string}{${infer Name}}${infer Rest}` ? Name | Holes<Rest> : never;

/**
 * The address of a declared route with its parameters filled in: `pathOf('/editions/{edition}', { edition: 'x' })`.
 * A path that no route declares does not compile.
 */
export function pathOf<P extends PathOf<RouteKey>>(path: P, params: { readonly [H in Holes<P>]: string }): string {
  const values: Readonly<Record<string, string>> = params;
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
}

/** The public page of an edition. */
export function editionPath({ edition }: Pick<Edition, 'edition'>): string {
  return pathOf('/editions/{edition}', { edition });
}

import { html, render } from '#web/html.ts';
import { fileOf, lookNames } from './shot.ts';

/** What was taken: the names of pages, under what they have in common. */
export type Album = readonly { readonly title: string; readonly names: readonly string[] }[];

/** Its styles. */
export const indexStyle = `body { font-family: system-ui, sans-serif; margin: 2rem; color-scheme: light dark; }
div { display: grid; grid-template-columns: 32rem 10rem 10rem; gap: 1rem; align-items: start; }
img { width: 100%; height: auto; max-height: 24rem; object-fit: cover; object-position: top; border: 1px solid gray; }`;

/** The page that shows all pictures small, each a link to itself. */
export function indexPage(album: Album): string {
  const pages = album.flatMap(({ names }) => names).length;
  const pictures = (name: string) =>
    lookNames.map(
      (look) => html`<a href="${fileOf(name, look)}"><img src="${fileOf(name, look)}" alt="${look}" loading="lazy"></a>`,
    );
  return `<!DOCTYPE html>\n${render(html`<html lang="en">
<head><meta charset="utf-8"><title>Every page</title><link rel="stylesheet" href="index.css"></head>
<body><h1>Every page: ${String(pages)} pages and states, each ${lookNames.join(', ')}</h1>
${album.map(({ title, names }) => html`<h2>${title}</h2>\n${names.map((name) => html`<h3>${name}</h3><div>${pictures(name)}</div>\n`)}`)}
</body></html>`)}\n`;
}

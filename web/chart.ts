import { html, type Html } from './html.ts';

/** Charts are drawn in units of a screen so many pixels wide; they grow with the page. What one shows stands in a table beside it. */
export const chartWidth = 320;

/** A drawing with a text that says all it shows. */
export function chartFrame(label: string, height: number, inside: Html): Html {
  return html`<svg class="app-chart" role="img" aria-label="${label}" viewBox="${`0 0 ${chartWidth} ${height}`}" xmlns="http://www.w3.org/2000/svg">${inside}</svg>`;
}

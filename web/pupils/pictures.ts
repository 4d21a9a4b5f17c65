import type { ScaleName } from '#shared/domain/instruments/scales.ts';
import { html, type Html } from '../html.ts';

/** The picture for a place on a scale, from 1. It says what the word beside it says, so it is not read out. */
export function pictureOf(scale: ScaleName, place: number): Html {
  return html`<svg class="app-face" aria-hidden="true" focusable="false" viewBox="0 0 64 64" xmlns="http://www.w3.org/2000/svg"><circle class="app-face__skin" cx="32" cy="32" r="29"></circle>${scale === 'happiness' || scale === 'skill' ? face(place) : sign(place)}</svg>`;
}

/** All happy, each a little more. */
function face(place: number): Html {
  const depth = 40 + place * 6;
  const mouth = place < 4 ? `M18 40 Q32 ${depth} 46 40` : `M14 37 Q32 ${depth} 50 37 Z`;
  const look = place < 4 ? 'app-face__line' : 'app-face__line app-face__line--full';
  return html`<circle cx="22" cy="25" r="4"></circle><circle cx="42" cy="25" r="4"></circle><path class="${look}" d="${mouth}"></path>`;
}

/** No, perhaps and yes, none of them nicer than another. */
function sign(place: number): Html {
  const lines = ['M21 21 L43 43 M43 21 L21 43', 'M16 34 Q24 22 32 32 Q40 42 48 30', 'M17 33 L28 44 L48 21'];
  return html`<path class="app-face__line" d="${lines[place - 1] ?? ''}"></path>`;
}

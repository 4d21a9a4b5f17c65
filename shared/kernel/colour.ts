/** A colour as we keep it: `#` and six hexadecimal digits. */
export const hexColour = /^#[0-9a-f]{6}$/i;

/**
 * The contrast of two colours, from 1 to 21. The formula of WCAG 2.2, “contrast ratio” and “relative luminance”
 * (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio). Both are of the form of `hexColour`.
 */
export function contrastOf(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminanceOf(one), luminanceOf(other)].toSorted((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminanceOf(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

import { headerContrastEnough } from '#shared/domain/programme.ts';

/** The address of the style that sets a programme's colour: pages carry no inline style, and the address says all. */
export function themePath(colour: string): string {
  return `/assets/theme-${colour.slice(1).toLowerCase()}.css`;
}

/** The style behind such a name under /assets/; undefined for any other name, and for a colour that no programme may have. */
export function themeStyle(name: string): string | undefined {
  const digits = /^theme-([0-9a-f]{6})\.css$/.exec(name)?.[1];
  if (digits === undefined || !headerContrastEnough(`#${digits}`)) return undefined;
  // One colour in light and dark: its text is white in both.
  return `:root.theme-default{--app-header-background:#${digits};--app-header-text:#ffffff}`;
}

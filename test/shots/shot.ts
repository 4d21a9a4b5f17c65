import type { View } from '../browser/inspect.ts';

/** The looks in which every page is taken. */
export const looks = {
  wide: { width: 1280, colours: 'light' },
  narrow: { width: 320, colours: 'light' },
  dark: { width: 320, colours: 'dark' },
} as const satisfies Record<string, View>;
export type LookName = keyof typeof looks;
export const lookNames = ['wide', 'narrow', 'dark'] as const satisfies readonly LookName[];

/** The file of a page's picture: its name in small letters, digits and hyphens. */
export function fileOf(name: string, look: LookName): string {
  const plain = name
    .toLowerCase()
    .replaceAll('’', '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return `${plain}-${look}.png`;
}

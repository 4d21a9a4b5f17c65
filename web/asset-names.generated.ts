// Made by web/build-assets.ts (npm run assets). Do not edit.
export const assetNames = {
  styles: 'styles-6b5cd6b395.css',
  script: 'script-6ed5c36fdf.js',
  icon: 'icon-12df9e71de.svg',
} as const;

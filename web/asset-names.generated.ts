// Made by web/build-assets.ts (npm run assets). Do not edit.
export const assetNames = {
  styles: 'styles-b966d99eb2.css',
  script: 'script-37483b0be1.js',
  icon: 'icon-12df9e71de.svg',
} as const;

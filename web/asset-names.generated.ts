// Made by web/build-assets.ts (npm run assets). Do not edit.
export const assetNames = {
  styles: 'styles-5596cba9ef.css',
  script: 'script-c835633c81.js',
  icon: 'icon-12df9e71de.svg',
} as const;

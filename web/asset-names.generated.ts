// Made by web/build-assets.ts (npm run assets). Do not edit.
export const assetNames = {
  styles: 'styles-6394e0f204.css',
  script: 'script-c71fa3c61f.js',
  icon: 'icon-12df9e71de.svg',
} as const;

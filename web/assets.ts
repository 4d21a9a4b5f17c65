import { assetNames } from './asset-names.generated.ts';

/** The addresses of the files that pages refer to. Only names: the content is in asset-files.ts. */
export const assetPaths = {
  styles: `/assets/${assetNames.styles}`,
  script: `/assets/${assetNames.script}`,
  icon: `/assets/${assetNames.icon}`,
} as const;

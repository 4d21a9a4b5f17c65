import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFunction } from '#infra/constructs/bundle.ts';
import { functions } from '#shared/system/functions.ts';
import type { FunctionDeclaration } from '#shared/system/functions/declaration.ts';
import { assetContent } from '#web/asset-content.generated.ts';
import type { Figure } from './figures.ts';

/** The size of every function that people wait for, as it is deployed. */
export async function measureBundles(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-bundles-'));
  try {
    return Object.entries<FunctionDeclaration>(functions)
      .filter(([, { trigger }]) => trigger.kind === 'http')
      .map(([name, { entry, uses }]) =>
        figureOf(name, bundleFunction(entry, join(folder, `${name}.js`)).bytes, uses.length === 0),
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function figureOf(name: string, bytes: number, pageOnly: boolean): Figure {
  const assets = pageOnly ? Object.values(assetContent).join('').length : 0;
  return {
    name: `bundle of ${name}`,
    value: (bytes - assets) / 1024,
    unit: 'KB',
    ...(name === 'public' ? { ceiling: 320 } : {}),
    ...(pageOnly ? { ceiling: 120 } : {}),
    note: pageOnly ? `page-only; and ${Math.round(assets / 1024)} KB of assets` : 'as deployed',
  };
}

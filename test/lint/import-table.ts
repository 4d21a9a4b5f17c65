/** A part of the tree, as the import table names it: where its files are, and how its folder is written in an import. */
type Zone = { readonly files: string; readonly top: string; readonly rest: string };

/** Every part of the tree that imports or is imported. */
export const zones = {
  kernel: { files: 'shared/kernel/**', top: 'shared', rest: 'kernel/' },
  domain: { files: 'shared/domain/**', top: 'shared', rest: 'domain/' },
  system: { files: 'shared/system/**', top: 'shared', rest: 'system/' },
  ports: { files: 'shared/ports.ts', top: 'shared', rest: 'ports\\.ts$' },
  web: { files: 'web/**', top: 'web', rest: '' },
  runtime: { files: 'functions/runtime/**', top: 'functions', rest: 'runtime/' },
  trigger: { files: 'functions/{http,stream,consumers,jobs}/**', top: 'functions', rest: '(?:http|stream|consumers|jobs)/' },
  infra: { files: 'infra/**', top: 'infra', rest: '' },
  local: { files: 'local/**', top: 'local', rest: '' },
  test: { files: 'test/**', top: 'test', rest: '' },
  bench: { files: 'bench/**', top: 'bench', rest: '' },
  docs: { files: 'docs/**', top: 'docs', rest: '' },
} as const satisfies Record<string, Zone>;
export type ZoneName = keyof typeof zones;

/** Packages that only some parts may load. */
export const packages = {
  'aws-sdk': { regex: '^(?:@aws-sdk|@smithy)/', example: '@aws-sdk/client-dynamodb' },
  cdk: { regex: '^(?:aws-cdk-lib|constructs|cdk-nag)(?:/|$)', example: 'aws-cdk-lib' },
} as const;
export type PackageName = keyof typeof packages;

type Target = ZoneName | PackageName;

/**
 * Who may import whom. `true`: everything; `types`: only `import type`; absent: nothing. The one statement of the rule:
 * lint is generated from it, and test/planted holds a violation of every row.
 */
export const importTable: Readonly<Record<ZoneName, Readonly<Partial<Record<Target, true | 'types'>>>>> = {
  kernel: { kernel: true },
  system: { kernel: true, domain: true, system: true, ports: 'types' },
  domain: { kernel: true, domain: true, system: 'types' },
  ports: { kernel: true, domain: 'types', system: 'types' },
  web: { kernel: true, domain: true, system: true, ports: true, web: true },
  runtime: { kernel: true, system: true, ports: true, runtime: true, 'aws-sdk': true },
  trigger: { kernel: true, domain: true, system: true, ports: true, web: true, runtime: true, trigger: true },
  infra: { kernel: true, system: true, infra: true, cdk: true },
  local: everythingButInfra({ local: true, trigger: true }),
  test: everythingButInfra({ local: true, trigger: true, test: true, infra: true, docs: true, bench: true, cdk: true }),
  // Bench measures the bundles that infra deploys.
  bench: everythingButInfra({ local: true, trigger: true, test: true, bench: true, infra: true }),
  docs: { kernel: true, domain: true, system: true, docs: true },
};

function everythingButInfra(more: Partial<Record<Target, true>>) {
  return { kernel: true, domain: true, system: true, ports: true, web: true, runtime: true, 'aws-sdk': true, ...more } as const;
}

/** One entry of lint's `no-restricted-imports`. */
type Pattern = { readonly regex: string; readonly message: string; readonly allowTypeImports?: boolean };

/** What one part of the tree may not import, as patterns of `no-restricted-imports`. */
export function restrictedImports(from: ZoneName): Pattern[] {
  return [
    ...zoneNames().flatMap((to) => ban(from, to, specifiersOf(from, to))),
    ...packageNames().flatMap((to) => ban(from, to, packages[to].regex)),
  ];
}

function ban(from: ZoneName, to: Target, regex: string): Pattern[] {
  const allowed = importTable[from][to];
  if (allowed === true) return [];
  if (allowed === 'types')
    return [{ regex, allowTypeImports: true, message: `${from} may import only types from ${to} (import table).` }];
  return [{ regex, message: `${from} may not import ${to} (import table).` }];
}

/** How a file of `from` can spell a file of `to`: by `#top/…`, or relatively, through the top folder or beside it. */
function specifiersOf(from: ZoneName, to: ZoneName): string {
  const { top, rest } = zones[to];
  const up = String.raw`(?:\.\.?/)+`;
  if (zones[from].top === top && rest !== '') return `^(?:#${top}/|${up}(?:${top}/)?)${rest}`;
  return `^(?:#${top}/|${String.raw`(?:\.\./)+`}${top}/)${rest}`;
}

/** All parts of the tree. */
export function zoneNames(): ZoneName[] {
  return Object.keys(zones).filter((name): name is ZoneName => name in zones);
}

/** All packages that the table speaks of. */
export function packageNames(): PackageName[] {
  return Object.keys(packages).filter((name): name is PackageName => name in packages);
}

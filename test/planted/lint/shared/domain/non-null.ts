// expect: typescript(no-non-null-assertion): non-null
export function first(all: readonly string[]): string {
  return all[0]!;
}

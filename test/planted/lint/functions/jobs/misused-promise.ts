// expect: typescript(no-misused-promises): Promise
export function start(works: readonly number[], work: (n: number) => Promise<boolean>): readonly number[] {
  return works.filter((n) => work(n));
}

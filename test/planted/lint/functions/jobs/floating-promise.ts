// expect: typescript(no-floating-promises): Promises must be
export function start(work: () => Promise<void>): void {
  work();
}

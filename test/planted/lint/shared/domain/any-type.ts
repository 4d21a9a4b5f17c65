// expect: typescript(no-explicit-any): any
export function loose(value: any): unknown {
  return value;
}

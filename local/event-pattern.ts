/** Whether an event fits a pattern of the bus. Throws, naming it, for an operator it does not know: never ignores one. */
export function matchesPattern(pattern: unknown, event: unknown): boolean {
  return matchesObject(pattern, [event]);
}

// A list in an event stands for each of its members, so that every step looks at several candidates.
function matchesObject(pattern: unknown, candidates: readonly unknown[]): boolean {
  if (!isObject(pattern)) throw new Error('a pattern must be an object');
  return Object.entries(pattern).every(([key, wanted]) => {
    if (key === '$or') return list(wanted).some((one) => matchesObject(one, candidates));
    const values = candidates.flatMap((one) => (isObject(one) && Object.hasOwn(one, key) ? spread(one[key]) : []));
    if (Array.isArray(wanted)) return wanted.some((one) => matchesLeaf(one, values));
    return matchesObject(wanted, values.filter(isObject));
  });
}

function spread(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value.flatMap(spread) : [value];
}

function matchesLeaf(wanted: unknown, values: readonly unknown[]): boolean {
  const leaves = values.filter((value) => !isObject(value));
  if (!isObject(wanted)) return leaves.some((value) => value === wanted);
  const [[operator, argument] = [], ...more] = Object.entries(wanted);
  if (operator === undefined || more.length > 0) throw new Error('a pattern needs exactly one operator at a time');
  if (operator === 'exists') return leaves.length > 0 === argument;
  if (operator === 'anything-but') return leaves.length > 0 && leaves.every((value) => !matchesAnyOf(argument, value));
  const test = operators[operator];
  if (!test) throw new Error(`pattern operator ${operator} is not known`);
  return leaves.some((value) => test(argument, value));
}

type Test = (argument: unknown, value: unknown) => boolean;

const operators: Readonly<Record<string, Test>> = {
  prefix: affix((text, part) => text.startsWith(part)),
  suffix: affix((text, part) => text.endsWith(part)),
  'equals-ignore-case': (argument, value) => typeof value === 'string' && value.toLowerCase() === String(argument).toLowerCase(),
  wildcard: (argument, value) => typeof value === 'string' && wildcard(String(argument)).test(value),
  numeric: matchesNumeric,
  cidr: (argument, value) => typeof value === 'string' && inNetwork(String(argument), value),
};

function affix(test: (text: string, part: string) => boolean): Test {
  return (argument, value) => {
    if (typeof value !== 'string') return false;
    if (!isObject(argument)) return test(value, String(argument));
    return test(value.toLowerCase(), String(argument['equals-ignore-case']).toLowerCase());
  };
}

function matchesAnyOf(argument: unknown, value: unknown): boolean {
  if (Array.isArray(argument)) return argument.includes(value);
  if (!isObject(argument)) return argument === value;
  return Object.entries(argument).some(([operator, inner]) => {
    const test = operators[operator];
    if (!test || operator === 'numeric' || operator === 'cidr') throw new Error(`anything-but does not take ${operator}`);
    return list(inner).some((one) => test(one, value));
  });
}

function matchesNumeric(argument: unknown, value: unknown): boolean {
  if (typeof value !== 'number') return false;
  const parts = list(argument);
  for (let at = 0; at < parts.length; at += 2) {
    const [sign, limit] = [parts[at], parts[at + 1]];
    const compare = comparisons[String(sign)];
    if (!compare || typeof limit !== 'number') throw new Error(`numeric does not take ${String(sign)} ${String(limit)}`);
    if (!compare(value, limit)) return false;
  }
  return true;
}

const comparisons: Readonly<Record<string, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

function wildcard(text: string): RegExp {
  const source = text.replace(/\\([\\*])|(\*)|([.*+?^${}()|[\]\\])/g, (_, escaped: string, star: string, special: string) => {
    if (star) return '[^]*';
    return `\\${escaped ?? special}`;
  });
  return new RegExp(`^${source}$`);
}

function inNetwork(network: string, address: string): boolean {
  const [base = '', bits = '32'] = network.split('/');
  const [wanted, given] = [ipv4(base), ipv4(address)];
  if (wanted === undefined) throw new Error(`cidr does not take ${network}: IPv4 only`);
  const size = 2 ** (32 - Number(bits));
  return given !== undefined && Math.floor(given / size) === Math.floor(wanted / size);
}

function ipv4(address: string): number | undefined {
  if (!/^\d{1,3}(\.\d{1,3}){3}$/.test(address)) return undefined;
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}

function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

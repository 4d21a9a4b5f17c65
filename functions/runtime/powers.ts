import { functions, type FunctionName, type UsesOf } from '#shared/system/functions.ts';
import { type PortOf, type PowerEnv, type PowerName, powers } from '#shared/system/powers.ts';
import { readEnv } from './env.ts';

/** Makes the port of one power from the environment that the power names. */
export type Adapter<P extends PowerName> = (env: PowerEnv<P>) => PortOf[P];

/** One adapter for each power a function declares: no more, no fewer. */
export type AdaptersOf<F extends FunctionName> = { readonly [P in UsesOf<F>]: Adapter<P> };

/** A function's dependencies, by port name. */
export type PortsOf<F extends FunctionName> = { readonly [P in UsesOf<F> as (typeof powers)[P]['port']]: PortOf[P] };

/** Builds a function's ports once, at start, from its declared powers. Throws naming every missing variable. */
export function portsOf<F extends FunctionName>(name: F, adapters: AdaptersOf<F>): PortsOf<F> {
  const env = readEnv([...new Set(functions[name].uses.flatMap((power) => [...powers[power].env]))]);
  const ports: Record<string, unknown> = {};
  for (const [power, adapter] of Object.entries<(env: never) => unknown>(adapters)) {
    if (isPower(power)) ports[powers[power].port] = Reflect.apply(adapter, undefined, [env]);
  }
  if (!hasAll<F>(ports, name)) throw new Error(`adapters of ${name} do not match its powers`);
  return ports;
}

function isPower(power: string): power is PowerName {
  return power in powers;
}

function hasAll<F extends FunctionName>(ports: object, name: F): ports is PortsOf<F> {
  return functions[name].uses.every((power) => powers[power].port in ports);
}

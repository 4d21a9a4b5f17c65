import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { functions } from '#shared/system/functions.ts';
import type { FunctionDeclaration } from '#shared/system/functions/declaration.ts';

/** A function as Lambda sees it. */
export type Handler = (event: unknown, context: object) => Promise<unknown>;

/** Calls a function by name. Rejects when it throws or takes longer than its declared time. */
export type Invoke = (name: string, event: unknown) => Promise<unknown>;

/** Finds the handler of a function, by its name. */
export type LoadHandler = (name: string) => Promise<Handler>;

const root = resolve(import.meta.dirname, '..');

/** Imports the declared entry of a function and gives its `handler`. The environment must be complete before. */
export async function loadHandler(name: string): Promise<Handler> {
  const { entry } = declarationOf(name);
  const module: unknown = await import(pathToFileURL(resolve(root, entry)).href);
  const handler: unknown = typeof module === 'object' && module !== null ? Reflect.get(module, 'handler') : undefined;
  if (!isHandler(handler)) throw new Error(`${entry} exports no handler`);
  return handler;
}

function isHandler(value: unknown): value is Handler {
  return typeof value === 'function';
}

/** The declaration of a function, by a name that may come from outside. Throws for an unknown one. */
function declarationOf(name: string): FunctionDeclaration {
  const found = Object.entries<FunctionDeclaration>(functions).find(([key]) => key === name)?.[1];
  if (!found) throw new Error(`there is no function ${name}`);
  return found;
}

/** Gives a way to call the functions by name. Each is loaded once, when it is first called. */
export function createInvoke(load: LoadHandler): Invoke {
  const loading = new Map<string, Promise<Handler>>();
  return async (name, event) => {
    const { timeoutSeconds } = declarationOf(name);
    const handler = loading.get(name) ?? load(name);
    loading.set(name, handler);
    return withinTime(name, await handler, event, timeoutSeconds);
  };
}

async function withinTime(name: string, handler: Handler, event: unknown, timeoutSeconds: number): Promise<unknown> {
  const deadline = performance.now() + timeoutSeconds * 1000;
  const { promise: tooLate, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error(`${name} timed out after ${timeoutSeconds} s`)), timeoutSeconds * 1000);
  try {
    return await Promise.race([handler(event, contextOf(name, deadline)), tooLate]);
  } finally {
    clearTimeout(timer);
  }
}

function contextOf(name: string, deadline: number) {
  return {
    functionName: name,
    functionVersion: '$LATEST',
    invokedFunctionArn: `arn:aws:lambda:eu-west-2:000000000000:function:${name}`,
    memoryLimitInMB: String(declarationOf(name).memoryMb),
    awsRequestId: randomUUID(),
    logGroupName: `/aws/lambda/${name}`,
    logStreamName: 'local',
    callbackWaitsForEmptyEventLoop: true,
    getRemainingTimeInMillis: () => Math.max(0, deadline - performance.now()),
  };
}

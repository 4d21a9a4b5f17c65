/**
 * Stands in bundles for the store in which Lambda keeps the invocations that one process serves at the same time: ours
 * serve one, and the trace of that one is in the environment, where the SDK looks next.
 */
export const InvokeStore = { getInstanceAsync: async (): Promise<undefined> => undefined };

import { lambdaCredentials } from './env.ts';

/**
 * Stands in bundles for the SDK's search for credentials: Lambda puts a function's own into its environment, and there
 * is nowhere else to look.
 */
export const defaultProvider = () => async () => lambdaCredentials();

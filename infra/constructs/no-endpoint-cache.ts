/**
 * Stands in bundles for the SDK's cache of discovered endpoints and the data structures behind it: only endpoint
 * discovery fills it, which DynamoDB clients do not do unless asked to.
 */
export class EndpointCache {}

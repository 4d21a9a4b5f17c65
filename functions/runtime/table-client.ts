import { DynamoDBClient, DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { AppError } from '#shared/kernel/errors.ts';

/** The client of the table. Throws `unavailable` (`table-unavailable`) when the table did not answer, or not now. */
export const tableClient = new DynamoDBClient({
  maxAttempts: 4,
  // Four attempts end before the function's own time does: then a page says what to do, and not the gateway.
  requestHandler: { requestTimeout: 3000, throwOnRequestTimeout: true, connectionTimeout: 1500 },
});

// We give it no logger; the middleware that would feed one costs a tenth of every call all the same.
tableClient.middlewareStack.remove('loggerMiddleware');
tableClient.middlewareStack.add(
  (next) => async (args) => {
    try {
      return await next(args);
    } catch (error) {
      throw isOutage(error) ? unavailable() : error;
    }
  },
  { step: 'initialize', name: 'sayUnavailable' },
);

function unavailable(): AppError {
  return new AppError('unavailable', 'table-unavailable', 'We cannot reach what we keep at the moment.');
}

/** Whether the table was not reached, failed or had no room; anything else it says is an answer. */
function isOutage(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof DynamoDBServiceException) {
    const { $fault, $metadata, name } = error;
    return (
      $fault === 'server' ||
      ($metadata.httpStatusCode ?? 0) >= 500 ||
      /^(?:Throttling|ProvisionedThroughput|RequestLimit)/.test(name)
    );
  }
  // Node names what went wrong with a connection ECONNREFUSED and the like, and mistakes in a call ERR_….
  return error.name === 'TimeoutError' || ('code' in error && /^E[A-Z]+$/.test(String(error.code)));
}

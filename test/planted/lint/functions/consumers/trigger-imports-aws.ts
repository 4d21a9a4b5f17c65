// expect: eslint(no-restricted-imports): trigger may not import aws-sdk
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
export const kept = DynamoDBClient;

// expect: eslint(no-restricted-imports): bench may not import cdk
import { Stack } from 'aws-cdk-lib';
export const kept = Stack;

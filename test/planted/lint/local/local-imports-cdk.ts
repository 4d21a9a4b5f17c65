// expect: eslint(no-restricted-imports): local may not import cdk
import { Stack } from 'aws-cdk-lib';
export const kept = Stack;

import type { Answer } from '#functions/runtime/answer.ts';

// expect TS2322: Type '"__Host-visits"' is not assignable
export const answer: Answer = { cookies: [{ name: '__Host-visits', value: '1', seconds: 1 }] };

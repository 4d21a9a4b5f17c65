import type { Answer } from '#functions/runtime/answer.ts';

// expect TS2322: is not assignable to type '"__Host-link"
export const answer: Answer = { cookies: [{ name: '__Host-visits', value: '1', seconds: 1 }] };

// expect: typescript(ban-ts-comment): ts-
// @ts-ignore
export const kept: number = 'text';

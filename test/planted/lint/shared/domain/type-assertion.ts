// expect: typescript(consistent-type-assertions): type assertions
export const kept = JSON.parse('{}') as { a: number };
export const allowed = ['a', 'b'] as const;

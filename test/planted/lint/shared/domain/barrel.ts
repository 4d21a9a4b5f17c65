// expect: oxc(no-barrel-file): barrel
export * from './fields.ts';

// expect: unicorn(filename-case): kebab
export const kept = 1;

// expect: eslint(no-console): console
export function shout(): void {
  console.log('a person’s address could end up here');
}

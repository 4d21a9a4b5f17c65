// expect: eslint(no-restricted-imports): local may not import infra
export async function later(): Promise<unknown> {
  return await import('#infra/stack.ts');
}

import { idOf } from '#shared/kernel/ids.ts';

/** The key under which an address's state is kept: a digest, so that no key holds an address. */
export function addressKey(to: string): string {
  return idOf('address', to.toLowerCase());
}

/** Whether an address is one of those that are kept by their keys. */
export function isAmong(kept: readonly { readonly address: string }[]): (email: string) => boolean {
  const keys = new Set(kept.map(({ address }) => address));
  return (email) => keys.has(addressKey(email));
}

import { type LoadHandler, loadHandler } from '../handlers.ts';

/** Counts the facts that the relay is given, by type, each fact once however often it is delivered. */
export function factCounter(): { readonly loadHandler: LoadHandler; readonly counts: () => Record<string, number> } {
  const seen = new Map<string, string>();
  return {
    async loadHandler(name) {
      const handler = await loadHandler(name);
      if (name !== 'relay-outbox') return handler;
      return (event, context) => {
        for (const [, id, type] of JSON.stringify(event).matchAll(/"id":\{"S":"([^"]+)"\},"type":\{"S":"([^"]+)"\}/g)) seen.set(id ?? '', type ?? '');
        return handler(event, context);
      };
    },
    counts() {
      const counts: Record<string, number> = {};
      for (const type of [...seen.values()].sort()) counts[type] = (counts[type] ?? 0) + 1;
      return counts;
    },
  };
}

import type { DefaultTreeAdapterTypes } from 'parse5';

/** The text of a parsed page as a reader gets it, elements separated by a space, without the elements named. */
export function textOf(node: DefaultTreeAdapterTypes.Node, without: readonly string[] = []): string {
  if ('value' in node) return node.value;
  if ('tagName' in node && without.includes(node.tagName)) return '';
  if (!('childNodes' in node)) return '';
  const inside = node.childNodes.map((child) => textOf(child, without)).join('');
  return 'tagName' in node && ['span', 'b', 'strong', 'em', 'i'].includes(node.tagName) ? inside : ` ${inside} `;
}

import type { DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;
/** An element as a test looks at it. */
export type Seen = {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** All the text inside it. */
  readonly text: string;
};

/** The text of a parsed page as a reader gets it, elements separated by a space, without the elements named. */
export function textOf(node: Node, without: readonly string[] = []): string {
  if ('value' in node) return node.value;
  if ('tagName' in node && without.includes(node.tagName)) return '';
  if (!('childNodes' in node)) return '';
  const inside = node.childNodes.map((child) => textOf(child, without)).join('');
  return 'tagName' in node && ['span', 'b', 'strong', 'em', 'i', 'a'].includes(node.tagName) ? inside : ` ${inside} `;
}

/** Every element of a parsed page, in the order of the page. */
export function elementsOf(node: Node): readonly Seen[] {
  const inside = 'childNodes' in node ? node.childNodes.flatMap(elementsOf) : [];
  if (!('tagName' in node)) return inside;
  const attributes = Object.fromEntries(node.attrs.map(({ name, value }) => [name, value]));
  return [{ name: node.tagName, attributes, text: textOf(node) }, ...inside];
}

import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { FormValues } from '#web/forms.ts';
import { textOf } from './page-text.ts';

type Node = DefaultTreeAdapterTypes.Node;
type Element = DefaultTreeAdapterTypes.Element;
/** A control of a page's form, with what it holds. */
export type Control = { readonly name: string; readonly type: string; readonly value: string; readonly sends: boolean };

/** The named controls of the form that posts to an address; those hidden from people, for robots, are left out. */
export function controlsOf(document: string, action: string): readonly Control[] {
  const form = all(parse(document)).find((one) => one.tagName === 'form' && attribute(one, 'action') === action);
  if (!form) throw new Error(`no form posts to ${action}`);
  return all(form).flatMap(controlOf);
}

/** What the form would post as it stands. */
export function valuesOf(controls: readonly Control[]): FormValues {
  const values: Record<string, string[]> = {};
  for (const { name, value, sends } of controls) if (sends) (values[name] ??= []).push(value);
  return values;
}

function controlOf(element: Element): Control[] {
  const name = attribute(element, 'name');
  if (name === undefined) return [];
  const type = element.tagName === 'input' ? (attribute(element, 'type') ?? 'text') : element.tagName;
  const ticks = type === 'radio' || type === 'checkbox';
  const sends = type !== 'button' && (!ticks || attribute(element, 'checked') !== undefined);
  return [{ name, type, value: valueOf(element), sends }];
}

function valueOf(element: Element): string {
  if (element.tagName === 'textarea') return textOf(element).trim();
  if (element.tagName !== 'select') return attribute(element, 'value') ?? '';
  const options = all(element).filter(({ tagName }) => tagName === 'option');
  const chosen = options.find((one) => attribute(one, 'selected') !== undefined) ?? options[0];
  return (chosen && attribute(chosen, 'value')) ?? '';
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((one) => one.name === name)?.value;
}

function all(node: Node): Element[] {
  if ('tagName' in node && attribute(node, 'aria-hidden') === 'true') return [];
  const inside = 'childNodes' in node ? node.childNodes.flatMap(all) : [];
  return 'tagName' in node ? [node, ...inside] : inside;
}

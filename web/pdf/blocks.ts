import { type DefaultTreeAdapterTypes as Dom, parseFragment } from 'parse5';
import { type Html, render } from '../html.ts';

/** One shape of a chart, in the units of the chart. */
export type Shape =
  | { readonly kind: 'bar' | 'grid' | 'range'; readonly from: readonly [number, number]; readonly to: readonly [number, number] }
  | { readonly kind: 'dot'; readonly at: readonly [number, number]; readonly radius: number }
  | { readonly kind: 'text'; readonly at: readonly [number, number]; readonly text: string };

/** One part of a document to print, in reading order. */
export type PdfBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph' | 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly caption: string | undefined;
      readonly head: readonly string[];
      readonly rows: readonly (readonly string[])[];
    }
  | {
      readonly kind: 'chart';
      readonly says: string;
      readonly width: number;
      readonly height: number;
      readonly shapes: readonly Shape[];
    };

/**
 * The parts of a page's HTML, so that what is printed cannot say something else than the page. Links that a selector names
 * by their class (`leaveOut`) lead to other pages and are left out; any other text is kept, whatever stands around it.
 */
export function blocksOf(body: Html, leaveOut: string): PdfBlock[] {
  return parseFragment(render(body)).childNodes.flatMap((node) => blocksIn(node, leaveOut));
}

function blocksIn(node: Dom.ChildNode, leaveOut: string): PdfBlock[] {
  if (!isElement(node)) return said('paragraph', textOf(node, leaveOut));
  const text = () => textOf(node, leaveOut);
  switch (node.tagName) {
    case 'h1':
    case 'h2':
    case 'h3': {
      const level = node.tagName === 'h1' ? 1 : node.tagName === 'h2' ? 2 : 3;
      return [{ kind: 'heading', level, text: text() }];
    }
    case 'p':
      return said('paragraph', text());
    case 'q':
      return said('quote', `“${text()}”`);
    case 'ul':
    case 'ol':
      return [{ kind: 'list', items: elementsIn(node, 'li').map((item) => textOf(item, leaveOut)) }];
    case 'dl':
      return [{ kind: 'list', items: pairsIn(node, leaveOut) }];
    case 'table':
      return [tableOf(node, leaveOut)];
    case 'svg':
      return [chartOf(node)];
    default:
      return node.childNodes.flatMap((child) => blocksIn(child, leaveOut));
  }
}

function said(kind: 'paragraph' | 'quote', text: string): PdfBlock[] {
  return text === '' ? [] : [{ kind, text }];
}

function pairsIn(list: Dom.Element, leaveOut: string): string[] {
  const values = elementsIn(list, 'dd');
  return elementsIn(list, 'dt').map((key, index) => {
    const value = values[index];
    return `${textOf(key, leaveOut)}: ${value ? textOf(value, leaveOut) : ''}`;
  });
}

function tableOf(table: Dom.Element, leaveOut: string): PdfBlock {
  const [caption] = elementsIn(table, 'caption');
  const cells = (row: Dom.Element) =>
    row.childNodes.filter(isElement).flatMap((cell) => (/^t[hd]$/.test(cell.tagName) ? [textOf(cell, leaveOut)] : []));
  const [head] = elementsIn(table, 'thead');
  const [first] = head ? elementsIn(head, 'tr') : [];
  const bodies = elementsIn(table, 'tbody').flatMap((body) => elementsIn(body, 'tr'));
  return {
    kind: 'table',
    caption: caption && textOf(caption, leaveOut),
    head: first ? cells(first) : [],
    rows: bodies.map(cells),
  };
}

function chartOf(svg: Dom.Element): PdfBlock {
  const [, , width = 0, height = 0] = (attribute(svg, 'viewBox') ?? '').split(' ').map(Number);
  const shapes = svg.childNodes.filter(isElement).flatMap(shapeOf);
  return { kind: 'chart', says: attribute(svg, 'aria-label') ?? '', width, height, shapes };
}

function shapeOf(node: Dom.Element): Shape[] {
  const number = (name: string) => Number(attribute(node, name) ?? 0);
  switch (node.tagName) {
    case 'rect': {
      const [x, y] = [number('x'), number('y')];
      return [{ kind: 'bar', from: [x, y], to: [x + number('width'), y + number('height')] }];
    }
    case 'line':
      return [
        {
          kind: attribute(node, 'class')?.endsWith('grid') ? 'grid' : 'range',
          from: [number('x1'), number('y1')],
          to: [number('x2'), number('y2')],
        },
      ];
    case 'circle':
      return [{ kind: 'dot', at: [number('cx'), number('cy')], radius: number('r') }];
    case 'text':
      return [{ kind: 'text', at: [number('x'), number('y')], text: textOf(node, '') }];
    default:
      return [];
  }
}

function textOf(node: Dom.ChildNode, leaveOut: string): string {
  return gather(node, leaveOut)
    .replace(/[ \t\r\f]*\n\s*/g, '\n')
    .replace(/[ \t\r\f]+/g, ' ')
    .trim();
}

function gather(node: Dom.ChildNode, leaveOut: string): string {
  if ('value' in node) return node.value.replace(/\s+/g, ' ');
  if (!isElement(node)) return '';
  if (node.tagName === 'br') return '\n';
  if (leaveOut !== '' && (attribute(node, 'class') ?? '').split(' ').includes(leaveOut)) return '';
  const inside = node.childNodes.map((child) => gather(child, leaveOut)).join('');
  return node.tagName === 'div' ? `${inside}\n` : inside;
}

function elementsIn(node: Dom.Element, name: string): Dom.Element[] {
  return node.childNodes.filter(isElement).flatMap((one) => (one.tagName === name ? [one] : elementsIn(one, name)));
}

function attribute({ attrs }: Dom.Element, name: string): string | undefined {
  return attrs.find((one) => one.name === name)?.value;
}

function isElement(node: Dom.ChildNode): node is Dom.Element {
  return 'tagName' in node;
}

import { getDocumentProxy } from 'unpdf';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { html } from '#web/html.ts';
import { blocksOf } from '#web/pdf/blocks.ts';
import { reportPdf } from '#web/report/pdf.ts';
import { reportBody } from '#web/report/page.ts';
import { publishedReport } from '#test/unit/report-examples.ts';
import { programme } from '../examples.ts';

const origin = 'https://aspirations.example';
const printed = () => reportPdf(publishedReport, programme, origin);

type Node = { readonly role: string; readonly alt?: string | undefined; readonly children: readonly (Node | Content)[] };
type Content = { readonly type: string; readonly id: string };

const content = z.object({ type: z.string(), id: z.string() });
const node: z.ZodMiniType<Node> = z.object({
  role: z.string(),
  alt: z.optional(z.string()),
  get children() {
    return z.array(z.union([node, content]));
  },
});

/** The PDF as an independent reader finds it: its structure, and the words of each marked part. */
async function read(bytes: Buffer) {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const parts: Node[] = [];
  const said = new Map<string, string>();
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const tree = await page.getStructTree();
    if (tree) parts.push(node.parse(tree));
    let at: string | undefined;
    for (const item of (await page.getTextContent({ includeMarkedContent: true })).items) {
      if ('str' in item) {
        if (at !== undefined) said.set(at, `${said.get(at) ?? ''}${item.str}${item.hasEOL ? ' ' : ''}`);
      } else if (item.type !== 'endMarkedContent') at = item.id ?? undefined;
      else at = undefined;
    }
  }
  // A list that goes over to another page stands in the structure of both, with its words in one.
  const wordsOf = (one: Node): string =>
    one.children.map((child) => ('role' in child ? wordsOf(child) : (said.get(child.id) ?? ''))).join(' ');
  const all = parts.flatMap(flat);
  const of = (role: string) => all.filter((one) => one.role === role);
  return {
    pdf,
    all,
    of,
    texts: (role: string) =>
      of(role)
        .map((one) => plain(wordsOf(one)))
        .filter((one) => one !== ''),
  };
}

function flat(one: Node): Node[] {
  return [one, ...one.children.flatMap((child) => ('role' in child ? flat(child) : []))];
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

test('its structure says what the page says: headings, lists, tables with their headers, charts in words', async () => {
  const { pdf, of, texts } = await read(await printed());
  const blocks = blocksOf(reportBody(publishedReport.document), 'app-whence');
  const headings = (level: number) =>
    blocks.flatMap((one) => (one.kind === 'heading' && one.level === level ? [plain(one.text)] : []));
  expect(headings(2).length).toBeGreaterThan(5);
  expect(texts('H2')).toEqual(headings(2));
  expect(texts('H3')).toEqual(headings(3));
  expect(texts('H1')).toHaveLength(1);
  const items = blocks.flatMap((one) => (one.kind === 'list' ? one.items.map(plain) : []));
  expect(texts('LBody')).toEqual(items);
  const tables = blocks.flatMap((one) => (one.kind === 'table' ? [one] : []));
  // One that goes over to the next page stands in the structure of both: its cells are counted below.
  expect(of('Table').length).toBeGreaterThanOrEqual(tables.length);
  expect(of('Table').length).toBeLessThan(tables.length + pdf.numPages);
  const headers = tables.flatMap(({ head, rows }) => [...head, ...rows.map(([first = '']) => first)].map(plain));
  expect(texts('TH')).toEqual(headers);
  expect(texts('TD')).toEqual(tables.flatMap(({ rows }) => rows.flatMap((row) => row.slice(1).map(plain))));
  const charts = blocks.flatMap((one) => (one.kind === 'chart' ? [one.says] : []));
  expect(charts.length).toBeGreaterThan(0);
  expect(of('Figure').map(({ alt }) => alt)).toEqual(charts);
});

test('it names itself, its language and its standard, and says where its figures come from', async () => {
  const bytes = await printed();
  const { pdf, texts } = await read(bytes);
  const { info, metadata } = await pdf.getMetadata();

  expect(info).toMatchObject({ Title: expect.stringContaining(publishedReport.document.editionName), Language: 'en-GB' });
  expect(metadata?.getRaw()).toContain('<pdfuaid:part>1</pdfuaid:part>');
  expect(texts('P').join(' ').replace(/\s/g, '')).toContain(`${origin}/editions/`);
  expect(texts('P').join(' ')).not.toContain('�');
});

test('the same version gives the same bytes', async () => {
  expect((await printed()).equals(await printed())).toBe(true);
});

test('text keeps its lines and signs, and links that only lead elsewhere are left out', () => {
  const body = html`<p>Five &amp; <b>six</b> <a class="app-whence" href="/x">Whence</a></p><div><div>Ŵyn</div><div>Łódź</div></div>`;
  expect(blocksOf(body, 'app-whence')).toEqual([
    { kind: 'paragraph', text: 'Five & six' },
    { kind: 'paragraph', text: 'Ŵyn' },
    { kind: 'paragraph', text: 'Łódź' },
  ]);
});

import PDFDocument from 'pdfkit';
import type { Instant } from '#shared/kernel/time.ts';
import type { PdfBlock, Shape } from './blocks.ts';
import { fonts } from './fonts.generated.ts';

type Pdf = PDFKit.PDFDocument;
type Struct = ReturnType<Pdf['struct']>;
type BlockOf<K extends PdfBlock['kind']> = Extract<PdfBlock, { readonly kind: K }>;

// In points, 72 to an inch.
const margin = 54;
const heading = { 1: 22, 2: 15, 3: 12 } as const;
const small = 9;
const body = 10.5;
const between = 0.6;

const ink = '#0b0c0c';
const soft = '#505a5f';
const fill = '#0b5563';
const rule = '#b1b4b6';

/** What a document says of itself; `footer` stands at the foot of each page. */
export type PdfAbout = { readonly title: string; readonly author: string; readonly at: Instant; readonly footer: string };

/**
 * Prints blocks as a tagged PDF (PDF/UA-1): headings, lists, tables with their headers, and charts with what they say in
 * words. The same blocks give the same bytes.
 */
export async function pdfOf(blocks: readonly PdfBlock[], about: PdfAbout): Promise<Buffer> {
  const options: PDFKit.PDFDocumentOptions = {
    size: 'A4',
    margin,
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    bufferPages: true,
    // None by default: PDFKit would read its own from a file, which a bundle does not have.
    font: '',
    info: { Title: about.title, Author: about.author, CreationDate: new Date(about.at) },
  };
  // Its types do not name this standard.
  const pdf = new PDFDocument(Object.assign(options, { subset: 'PDF/UA' }));
  const chunks: Buffer[] = [];
  const done = new Promise<void>((end) => void pdf.on('end', end));
  pdf.on('data', (chunk: Buffer) => void chunks.push(chunk));
  pdf.registerFont('regular', Buffer.from(fonts.regular, 'base64'));
  pdf.registerFont('bold', Buffer.from(fonts.bold, 'base64'));
  pdf.font('regular').fontSize(body);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  for (const block of blocks) add(pdf, root, block);
  root.end();
  number(pdf, about.footer);
  pdf.end();
  await done;
  return Buffer.concat(chunks);
}

function add(pdf: Pdf, root: Struct, block: PdfBlock): void {
  pdf.fillColor(ink);
  switch (block.kind) {
    case 'heading': {
      keepTogether(pdf, heading[block.level] * 4);
      pdf.moveDown(block.level === 1 ? 0 : between);
      put(
        root,
        pdf.struct(`H${block.level}`, {}, () => void write(pdf, 'bold', heading[block.level], block.text)),
      );
      break;
    }
    case 'paragraph':
      put(
        root,
        pdf.struct('P', {}, () => void write(pdf, 'regular', body, block.text)),
      );
      break;
    case 'quote':
      put(
        root,
        pdf.struct('BlockQuote', {}, () => void write(pdf, 'regular', body, block.text, { indent: 12 })),
      );
      break;
    case 'list':
      addList(pdf, root, block);
      break;
    case 'table':
      addTable(pdf, root, block);
      break;
    case 'chart':
      addChart(pdf, root, block);
      break;
  }
  pdf.moveDown(between);
}

function write(pdf: Pdf, font: 'regular' | 'bold', size: number, text: string, more: PDFKit.Mixins.TextOptions = {}): void {
  pdf
    .font(font)
    .fontSize(size)
    .text(text, margin, pdf.y, { lineGap: 2, ...more });
}

function put(parent: Struct, child: Struct): void {
  parent.add(child);
  child.end();
}

/** Begins a page where less than this is left of one. */
function keepTogether(pdf: Pdf, points: number): void {
  if (pdf.y + points > pdf.page.height - margin) pdf.addPage();
}

function addList(pdf: Pdf, root: Struct, { items }: BlockOf<'list'>): void {
  const list = pdf.struct('L');
  root.add(list);
  for (const item of items) {
    const entry = pdf.struct('LI');
    list.add(entry);
    put(
      entry,
      pdf.struct('Lbl', {}, () => void write(pdf, 'regular', body, '•')),
    );
    pdf.moveUp();
    const inside = () => void pdf.text(item, margin + 14, pdf.y, { lineGap: 2, width: pdf.page.width - 2 * margin - 14 });
    put(entry, pdf.struct('LBody', {}, inside));
    entry.end();
  }
  list.end();
}

function addTable(pdf: Pdf, root: Struct, { caption, head, rows }: BlockOf<'table'>): void {
  keepTogether(pdf, 80);
  if (caption !== undefined)
    put(
      root,
      pdf.struct('P', {}, () => void write(pdf, 'bold', body, caption)),
    );
  pdf.font('regular').fontSize(small).moveDown(0.3);
  const line = { border: { top: 0, left: 0, right: 0, bottom: 0.5 }, borderColor: rule, padding: 4 } as const;
  // A column of numbers is set to the right, as on the page.
  const numeric = head.map((_, column) => rows.every((row) => /^[\d,.–%]*$/.test(row[column] ?? '')));
  const cell = (text: string, column: number, header: 'Column' | 'Row' | undefined) => ({
    text,
    ...line,
    align: { x: numeric[column] ? ('right' as const) : ('left' as const), y: 'top' as const },
    ...(header ? { type: 'TH' as const, scope: header, font: { src: 'bold' } } : { font: { src: 'regular' } }),
  });
  const options = {
    structParent: root,
    position: { x: margin, y: pdf.y },
    maxWidth: pdf.page.width - 2 * margin,
    columnStyles: head.map((_, column) => ({ width: column === 0 && head.length > 4 ? 150 : '*' })),
    data: [
      head.map((text, column) => cell(text, column, 'Column')),
      ...rows.map((row) => row.map((text, column) => cell(text, column, column === 0 ? 'Row' : undefined))),
    ],
  };
  pdf.table(options);
  pdf.x = margin;
}

function addChart(pdf: Pdf, root: Struct, { says, width, height, shapes }: BlockOf<'chart'>): void {
  const scale = Math.min(1.3, (pdf.page.width - 2 * margin) / width);
  keepTogether(pdf, height * scale);
  const top = pdf.y;
  const draw = () => {
    for (const shape of shapes) drawShape(pdf, shape, { scale, top });
  };
  const about = { alt: says, bbox: [margin, top, margin + width * scale, top + height * scale] };
  put(root, pdf.struct('Figure', about, draw));
  pdf.x = margin;
  pdf.y = top + height * scale;
}

function drawShape(pdf: Pdf, shape: Shape, { scale, top }: { readonly scale: number; readonly top: number }): void {
  const at = ([x, y]: readonly [number, number]) => [margin + x * scale, top + y * scale] as const;
  if (shape.kind === 'dot') pdf.circle(...at(shape.at), shape.radius * scale).fill(fill);
  else if (shape.kind === 'text') {
    const [x, y] = at(shape.at);
    pdf
      .fillColor(ink)
      .font('regular')
      .fontSize(small)
      .text(shape.text, x, y - small, { lineBreak: false });
  } else if (shape.kind !== 'bar') {
    const [width, colour] = shape.kind === 'range' ? [3, fill] : [0.5, rule];
    pdf
      .moveTo(...at(shape.from))
      .lineTo(...at(shape.to))
      .lineWidth(width)
      .strokeColor(colour)
      .stroke();
  } else {
    const [[x, y], [right, bottom]] = [at(shape.from), at(shape.to)];
    pdf.rect(x, y, right - x, bottom - y).fill(fill);
  }
}

/** A line at the foot of each page: what it is, and which page of how many. It is no part of what is read out. */
function number(pdf: Pdf, footer: string): void {
  const { start, count } = pdf.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page);
    pdf.page.margins.bottom = 0;
    pdf.markContent('Artifact', { type: 'Pagination' });
    const said = `${footer} · ${page + 1} / ${count}`;
    pdf
      .fillColor(soft)
      .font('regular')
      .fontSize(small)
      .text(said, margin, pdf.page.height - 36, { lineBreak: false });
    pdf.endMarkedContent();
  }
}

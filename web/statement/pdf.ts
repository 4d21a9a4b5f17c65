import type { Instant } from '#shared/kernel/time.ts';
import { html } from '../html.ts';
import { blocksOf } from '../pdf/blocks.ts';
import { pdfOf } from '../pdf/write.ts';
import { paragraph } from '../prose.ts';
import { sayMoment } from '../say.ts';
import { statementContent as words } from './content.en.ts';
import { statementBody, type StatementParams } from './page.ts';

/** A statement as a tagged PDF: what its page says, and when that was counted. */
export async function statementPdf(params: StatementParams, at: Instant): Promise<Buffer> {
  const { edition, programme, reader } = params;
  const title = words.title[reader.kind];
  const page = html`<h1>${title}</h1>${statementBody(params)}${paragraph(words.counted(sayMoment(at)))}`;
  const author = `${programme.name}, ${programme.city}`;
  return pdfOf(blocksOf(page, 'app-whence'), { title: `${title}: ${reader.called}`, author, at, footer: edition.name });
}

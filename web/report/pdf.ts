import type { Programme } from '#shared/domain/programme.ts';
import type { ReportEdition } from '#shared/domain/report/items.ts';
import { html } from '../html.ts';
import { pathOf } from '../paths.ts';
import { blocksOf } from '../pdf/blocks.ts';
import { pdfOf } from '../pdf/write.ts';
import { paragraph } from '../prose.ts';
import { sayMoment } from '../say.ts';
import { reportContent as words } from './content.en.ts';
import { reportBody } from './page.ts';

/** A published version of the report as a tagged PDF: what its page says, and where that page is. The same version gives the same bytes. */
export async function reportPdf(
  { document, publishedAt, preparedAt }: ReportEdition,
  { name, city }: Pick<Programme, 'name' | 'city'>,
  origin: string,
): Promise<Buffer> {
  const { edition, version, editionName } = document;
  const at = publishedAt ?? preparedAt;
  const title = words.title(editionName);
  const address = `${origin}${pathOf('/editions/{edition}/impact/{version}', { edition, version: String(version) })}`;
  const page = html`<h1>${title}</h1>
${paragraph(words.published(sayMoment(at), version))}
${paragraph(words.printedFrom(address))}
${reportBody(document)}`;
  return pdfOf(blocksOf(page, 'app-whence'), { title, author: `${name}, ${city}`, at, footer: `${title}, ${version}` });
}

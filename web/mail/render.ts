import { html, type Html, render } from '../html.ts';
import type { PublicContact } from '../theme.ts';

/** One block of a mail. Addresses are absolute; a mail carries no remote picture and no tracking. */
export type MailBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'facts'; readonly rows: readonly { readonly key: string; readonly value: string; readonly href?: string }[] }
  | { readonly kind: 'button'; readonly text: string; readonly href: string }
  | { readonly kind: 'bullets'; readonly items: readonly string[] }
  | { readonly kind: 'signature'; readonly lines: readonly string[] };

export type Mail = {
  /** The line that inboxes show beside the subject; also the first line of the mail. */
  readonly preheader?: string | undefined;
  readonly blocks: readonly MailBlock[];
  readonly programme: string;
  readonly city: string;
  /** A person who reads the answers. */
  readonly contact: PublicContact;
};

/** One list of blocks as HTML and as text that say the same. Throws for a link that is not a whole https or http address. */
export function renderMail(mail: Mail): { readonly html: string; readonly text: string } {
  for (const block of mail.blocks) if (block.kind === 'button') requireWhole(block.href);
  const blocks: readonly MailBlock[] = mail.preheader
    ? [{ kind: 'paragraph', text: mail.preheader }, ...mail.blocks]
    : mail.blocks;
  return { html: `<!DOCTYPE html>\n${render(htmlMail(mail, blocks))}\n`, text: textMail(mail, blocks) };
}

function requireWhole(href: string): void {
  const { protocol } = new URL(href);
  if (protocol !== 'https:' && protocol !== 'http:') throw new Error('a link in a mail is not a web address');
}

function footerLines({ programme, city, contact }: Mail): readonly string[] {
  const named = programme.includes(city) ? programme : `${programme}, ${city}`;
  const reach = [contact.email, contact.telephone].filter((way) => way).join(' or ');
  return [`${named}.`, `Questions? Reply to this email, or ask ${contact.name}: ${reach}`];
}

function textMail(mail: Mail, blocks: readonly MailBlock[]): string {
  const parts = [...blocks.map(blockAsText), `--\n${footerLines(mail).join('\n')}`];
  return `${parts.join('\n\n')}\n`;
}

function blockAsText(block: MailBlock): string {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return block.text;
    case 'facts':
      return block.rows.map(({ key, value }) => `${key}: ${value}`).join('\n');
    case 'button':
      return `${block.text}\n${block.href}`;
    case 'bullets':
      return block.items.map((item) => `* ${item}`).join('\n');
    case 'signature':
      return block.lines.join('\n');
  }
}

// Mail programs know few styles and drop whole sheets, so each element carries its own; the sheet only adds the dark.
function htmlMail(mail: Mail, blocks: readonly MailBlock[]): Html {
  return html`<html lang="en">
<head>
<meta charset="utf-8">
<title>${mail.programme}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<style>
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
.page, .card { background: #101a1c !important; }
.ink { color: #f1f4f4 !important; }
.quiet { color: #c3cdcf !important; }
.link { color: #8fd6e4 !important; }
.rule { border-color: #55676b !important; }
.button { background: #8fd6e4 !important; color: #0b1214 !important; }
}
[data-ogsc] .ink { color: #f1f4f4 !important; }
[data-ogsc] .quiet { color: #c3cdcf !important; }
[data-ogsc] .link { color: #8fd6e4 !important; }
[data-ogsb] .page, [data-ogsb] .card { background: #101a1c !important; }
[data-ogsb] .button { background: #8fd6e4 !important; }
[data-ogsc] .button { color: #0b1214 !important; }
</style>
</head>
<body class="page" style="margin:0;padding:0;background:#ffffff;">
<div class="card" style="max-width:600px;margin:0 auto;padding:24px 16px;background:#ffffff;font-family:system-ui,-apple-system,'Segoe UI',Arial,sans-serif;font-size:18px;line-height:1.5;overflow-wrap:anywhere;">
<main>
${blocks.map(blockAsHtml)}
</main>
<footer class="rule" style="border-top:1px solid #b6c6c9;margin-top:32px;padding-top:16px;">
${footerLines(mail).map((line) => html`<p class="quiet" style="margin:0 0 8px;font-size:16px;color:#43494a;">${line}</p>\n`)}
</footer>
</div>
</body>
</html>`;
}

function blockAsHtml(block: MailBlock, index: number, all: readonly MailBlock[]): Html {
  switch (block.kind) {
    case 'heading':
      return all.findIndex(({ kind }) => kind === 'heading') === index
        ? html`<h1 class="ink" style="margin:0 0 16px;font-size:26px;line-height:1.25;color:#0b0c0c;">${block.text}</h1>\n`
        : html`<h2 class="ink" style="margin:24px 0 8px;font-size:20px;line-height:1.3;color:#0b0c0c;">${block.text}</h2>\n`;
    case 'paragraph':
      return html`<p class="ink" style="margin:0 0 16px;color:#0b0c0c;">${withLineBreaks(block.text.split('\n'))}</p>\n`;
    case 'facts':
      return html`<dl style="margin:0 0 16px;">${block.rows.map(factAsHtml)}</dl>\n`;
    case 'button':
      return html`<p style="margin:24px 0 8px;"><a class="button" href="${block.href}" style="display:inline-block;padding:10px 18px;background:#0b5563;color:#ffffff;font-weight:bold;text-decoration:none;border-radius:3px;">${block.text}</a></p>
<p style="margin:0 0 24px;font-size:16px;"><a class="link" href="${block.href}" style="color:#0a5a6b;overflow-wrap:anywhere;word-break:break-all;">${block.href}</a></p>\n`;
    case 'bullets':
      return html`<ul class="ink" style="margin:0 0 16px;padding-left:24px;color:#0b0c0c;">${block.items.map((item) => html`<li style="margin:0 0 4px;">${item}</li>\n`)}</ul>\n`;
    case 'signature':
      return html`<p class="ink" style="margin:24px 0 0;color:#0b0c0c;">${withLineBreaks(block.lines)}</p>\n`;
  }
}

function factAsHtml({ key, value, href }: Extract<MailBlock, { kind: 'facts' }>['rows'][number]): Html {
  const shown =
    href === undefined ? value : html`<a class="link" href="${href}" style="color:#0a5a6b;overflow-wrap:anywhere;">${value}</a>`;
  return html`<dt class="quiet" style="margin:0;font-size:16px;color:#43494a;">${key}:</dt>
<dd class="ink" style="margin:0 0 8px;color:#0b0c0c;font-weight:bold;">${shown}</dd>\n`;
}

function withLineBreaks(lines: readonly string[]): readonly Html[] {
  return lines.map((line, index) => html`${line}${index < lines.length - 1 && html`<br>\n`}`);
}

/** A mail taken apart for reading. */
export type Mail = {
  /** In their order, unfolded and decoded. */
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Attachment[];
};

export type Attachment = { readonly name: string; readonly type: string; readonly content: Buffer };

type Part = { readonly headers: Mail['headers']; readonly body: Buffer };
type Value = { readonly value: string; readonly parameters: ReadonlyMap<string, string> };

/** Reads an RFC 5322 message with MIME parts: enough of the standards for the mails that this system sends. */
export function readMail(raw: Buffer): Mail {
  const top = splitPart(raw);
  const leaves = leavesOf(top);
  const inline = leaves.filter((part) => !isAttachment(part));
  const find = (type: string) => inline.find((part) => typeOf(part).value === type);
  const shown = [find('text/plain'), find('text/html')];
  return {
    headers: top.headers,
    text: textOf(shown[0]),
    html: textOf(shown[1]),
    attachments: leaves.filter((part) => !shown.includes(part)).map(attachmentOf),
  };
}

/** The first value of a header, in any case; empty when absent. */
export function header(headers: Mail['headers'], name: string): string {
  return headers.find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1] ?? '';
}

function splitPart(raw: Buffer): Part {
  const match = /\r?\n\r?\n/.exec(raw.toString('latin1'));
  const end = match?.index ?? raw.length;
  const head = raw.subarray(0, end).toString('utf8');
  const lines = head.replace(/\r?\n(?=[ \t])/g, '').split(/\r?\n/);
  const headers = lines.flatMap((line): [string, string][] => {
    const colon = line.indexOf(':');
    return colon > 0 ? [[line.slice(0, colon), decodeWords(line.slice(colon + 1).trim())]] : [];
  });
  return { headers, body: raw.subarray(end + (match?.[0].length ?? 0)) };
}

function leavesOf(part: Part): Part[] {
  const { value, parameters } = typeOf(part);
  const boundary = parameters.get('boundary');
  if (!value.startsWith('multipart/') || !boundary) return [part];
  const text = part.body.toString('latin1');
  const line = new RegExp(`(?:^|\\r?\\n)--${boundary.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(--)?[ \\t]*(?:\\r?\\n|$)`, 'g');
  const marks = [...text.matchAll(line)];
  return marks.slice(0, -1).flatMap((mark, index) => {
    const next = marks[index + 1];
    if (mark[1] || !next) return [];
    return leavesOf(splitPart(part.body.subarray(mark.index + mark[0].length, next.index)));
  });
}

function typeOf(part: Part): Value {
  return valueOf(header(part.headers, 'content-type') || 'text/plain');
}

function isAttachment(part: Part): boolean {
  return valueOf(header(part.headers, 'content-disposition')).value === 'attachment';
}

function attachmentOf(part: Part): Attachment {
  const type = typeOf(part);
  const { parameters } = valueOf(header(part.headers, 'content-disposition'));
  return {
    name: parameters.get('filename') ?? type.parameters.get('name') ?? 'part',
    type: type.value,
    content: contentOf(part),
  };
}

function textOf(part: Part | undefined): string {
  if (!part) return '';
  return decode(contentOf(part), typeOf(part).parameters.get('charset') ?? 'utf-8').replaceAll('\r\n', '\n');
}

function contentOf({ headers, body }: Part): Buffer {
  const encoding = header(headers, 'content-transfer-encoding').toLowerCase();
  if (encoding === 'base64') return Buffer.from(body.toString('latin1'), 'base64');
  if (encoding === 'quoted-printable')
    return unquote(
      body
        .toString('latin1')
        .replace(/[ \t]+(?=\r?\n)/g, '')
        .replace(/=\r?\n/g, ''),
    );
  return body;
}

function unquote(text: string): Buffer {
  return Buffer.from(
    text.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

/** Encoded words of RFC 2047; the space between two of them belongs to neither. */
function decodeWords(text: string): string {
  return text
    .replace(/(=\?[^?]+\?[bq]\?[^?]*\?=)\s+(?==\?)/gi, '$1')
    .replace(/=\?([^?*]+)(?:\*[^?]*)?\?([bq])\?([^?]*)\?=/gi, (_, charset: string, kind: string, word: string) => {
      const bytes = kind.toLowerCase() === 'b' ? Buffer.from(word, 'base64') : unquote(word.replaceAll('_', ' '));
      return decode(bytes, charset);
    });
}

function decode(bytes: Buffer, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

/** `a/b; name="x"` taken apart, with the extended and continued parameters of RFC 2231. */
function valueOf(text: string): Value {
  const [value = '', ...rest] = text.split(/;(?=(?:[^"]*"[^"]*")*[^"]*$)/);
  const parameters = new Map<string, string>();
  for (const [name, piece] of rest.map(parameterOf)) {
    if (name !== '') parameters.set(name, (parameters.get(name) ?? '') + piece);
  }
  return { value: value.trim().toLowerCase(), parameters };
}

function parameterOf(text: string): readonly [name: string, piece: string] {
  const [, name = '', quoted, plain = ''] = /^\s*([^=\s]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|(.*?))\s*$/.exec(text) ?? [];
  const [, base = '', extended] = /^([^*]+)(?:\*\d+)?(\*)?$/.exec(name.toLowerCase()) ?? [];
  const given = quoted?.replace(/\\(.)/g, '$1') ?? plain;
  return [base, extended ? percentDecoded(given.replace(/^[^']*'[^']*'/, '')) : given];
}

function percentDecoded(text: string): string {
  return unquote(text.replaceAll('%', '=')).toString('utf8');
}

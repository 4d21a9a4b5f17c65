import { describe, expect, test } from 'vitest';
import { mimeOf } from '#functions/runtime/ses-mailer.ts';
import { header, readMail } from '#local/mime.ts';
import { instant } from '#shared/kernel/time.ts';

const invitation = {
  uid: 'one@aspirations',
  sequence: 0,
  state: 'CONFIRMED' as const,
  starts: instant.parse('2025-03-03T09:00:00.000Z'),
  ends: instant.parse('2025-03-03T12:00:00.000Z'),
  title: 'Zoë’s event',
  where: 'Hall',
  says: 'See you there',
  stamp: instant.parse('2025-01-20T09:30:00.000Z'),
};
const lines = (...text: readonly string[]) => Buffer.from(text.join('\r\n'), 'utf8');

describe('the mail reader', () => {
  test('reads what the system’s own mailer writes', async () => {
    const message = {
      to: 'reader@school.example',
      subject: 'Zoë’s place: 60 pupils – a long subject that has to be folded over more than one line',
      html: `<p>Grüße = good &amp; ${'long '.repeat(60)}</p>`,
      text: `Grüße = good\n${'long '.repeat(60)}\nEnd.`,
      replyTo: { name: 'Larkford Careers', address: 'programme@larkford.example' },
      calendar: invitation,
    };
    const mail = readMail(Buffer.from(await mimeOf(message, 'from@aspirations.example', 'tag-1')));
    expect(header(mail.headers, 'Subject')).toBe(message.subject);
    expect(header(mail.headers, 'message-id')).toBe('<tag-1@aspirations.example>');
    expect(mail.html.trim()).toBe(message.html);
    expect(mail.text.trim()).toBe(message.text);
    expect(mail.attachments.map(({ name }) => name)).toContain('invite.ics');
    expect(mail.attachments.at(-1)?.content.toString()).toContain('BEGIN:VCALENDAR');
  });

  test('unfolds headers and decodes their words, also two in a row', () => {
    const mail = readMail(lines('Subject: =?utf-8?Q?Caf=C3=A9_?=', ' =?UTF-8?B?w6k=?= end', 'X-Folded: a', '\tb', '', 'hello'));
    expect(header(mail.headers, 'subject')).toBe('Café é end');
    expect(header(mail.headers, 'x-folded')).toBe('a\tb');
    expect(mail.text).toBe('hello');
  });

  test('keeps a space before a soft line break and drops one before a hard one', () => {
    const mail = readMail(lines('Content-Transfer-Encoding: quoted-printable', '', 'one =', 'two  ', 'three=3D'));
    expect(mail.text).toBe('one two\nthree=');
  });

  test('finds text, HTML and attachments in nested parts, and reads other character sets', () => {
    const mail = readMail(
      Buffer.concat([
        lines(
          'Content-Type: multipart/mixed; boundary="a b"',
          '',
          'preamble',
          '--a b',
          'Content-Type: multipart/alternative; boundary=inner',
          '',
          '',
        ),
        lines('--inner', 'Content-Type: text/plain; charset=iso-8859-1', '', ''),
        Buffer.from([0xe9, 0x0d, 0x0a]),
        lines('--inner', 'Content-Type: text/html', '', '<b>x</b>', '--inner--', '', '--a b', ''),
        lines(
          'Content-Type: application/pdf; name=x.pdf',
          'Content-Disposition: attachment; filename*0*=UTF-8\'\'na%C3%AFve; filename*1=".pdf"',
          '',
        ),
        lines('Content-Transfer-Encoding: base64', '', 'AAEC', 'Aw==', '--a b--', 'epilogue'),
      ]),
    );
    expect([mail.text, mail.html]).toEqual(['é', '<b>x</b>']);
    expect(mail.attachments).toEqual([{ name: 'naïve.pdf', type: 'application/pdf', content: Buffer.from([0, 1, 2, 3]) }]);
  });

  test('takes a broken mail for plain text', () => {
    expect(readMail(Buffer.from('')).text).toBe('');
    expect(readMail(lines('Content-Type: multipart/mixed; boundary=x', '', 'no parts')).attachments).toEqual([]);
  });
});

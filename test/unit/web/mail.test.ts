import { parse } from 'parse5';
import { describe, expect, it } from 'vitest';
import { type Mail, renderMail } from '#web/mail/render.ts';
import { textOf } from './page-text.ts';

const link = `https://city.example/l/${'t'.repeat(43)}`;
const mail: Mail = {
  preheader: 'One more step: confirm your school’s place',
  blocks: [
    { kind: 'heading', text: 'Confirm your place' },
    { kind: 'paragraph', text: 'Hello,\nwe have your registration for <St Thomas à Becket & Co>.' },
    { kind: 'heading', text: 'What you told us' },
    {
      kind: 'facts',
      rows: [
        { key: 'School', value: 'A “school” with <b>marks</b>' },
        { key: 'Pupils', value: '60' },
      ],
    },
    { kind: 'button', text: 'Confirm our place', href: link },
    { kind: 'bullets', items: ['Nothing else to do now', 'We write again in February'] },
    { kind: 'signature', lines: ['The programme team', 'Fictional City'] },
  ],
  programme: 'Primary Week',
  city: 'Fictional City',
  contact: { name: 'Programme office', email: 'office@city.example', telephone: '01632 960 001' },
};

describe('a mail', () => {
  const { html, text } = renderMail(mail);

  it('says the same in HTML and in text', () => {
    expect(wordsOf(textOf(parse(html), ['head']))).toEqual(wordsOf(text.replace(/^(?:\* |--$)/gm, '')));
  });

  it('escapes what people wrote', () => {
    expect(html).toContain('&lt;b&gt;marks&lt;/b&gt;');
    expect(html).not.toContain('<b>');
    expect(text).toContain('A “school” with <b>marks</b>');
  });

  it('shows every link in full in both parts', () => {
    expect(text.split('\n')).toContain(link);
    expect(html).toContain(`>${link}</a>`);
  });

  it('loads nothing from anywhere and runs nothing', () => {
    expect(html).not.toMatch(/<(?:img|script|link|iframe|object|video)\b|url\(|@import/i);
  });

  it('has dark colours of its own', () => {
    expect(html).toContain('prefers-color-scheme: dark');
    expect(html).toContain('[data-ogsc]');
  });

  it('stays within 20 KB', () => {
    expect(Buffer.byteLength(html) + Buffer.byteLength(text)).toBeLessThanOrEqual(20 * 1024);
  });

  it.each(['/l/token', 'javascript:alert(1)', 'mailto:a@b.example'])('refuses the link %s', (href) => {
    expect(() => renderMail({ ...mail, blocks: [{ kind: 'button', text: 'Go', href }] })).toThrow(
      /Invalid URL|not a web address/,
    );
  });
});

function wordsOf(text: string): readonly string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

import { expect, test } from 'vitest';
import { inert } from '#web/mail/inert.ts';
import { renderMail } from '#web/mail/render.ts';

test('a mail taken out of action looks the same and leads nowhere', () => {
  const { html } = renderMail({
    blocks: [
      { kind: 'heading', text: 'A "quoted" <heading>' },
      { kind: 'button', text: 'Press > here', href: 'https://larkford.example/l/x?a=%22&b="><a href="https://evil.example' },
      { kind: 'paragraph', text: '<a href="https://evil.example">typed</a>' },
    ],
    programme: 'Week',
    city: 'Larkford',
    contact: { name: 'Larkford', email: 'programme@larkford.example' },
  });
  expect(html).toMatch(/<a\b[^>]*href=/);
  const shown = inert(html);
  expect(shown).not.toMatch(/<a\b[^>]*\shref=/);
  expect(shown).toContain('Press &gt; here');
  expect(shown.length).toBeLessThan(html.length);
  expect(shown.replace(/\s/g, '')).toContain('class="button"');
});

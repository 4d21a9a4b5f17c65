import { describe, expect, it } from 'vitest';
import { html, raw, render } from '#web/html.ts';

const hostile = `"><img src=x onerror=alert(1)>'&`;

describe('the html tag', () => {
  it('escapes what stands in text and in quoted attributes', () => {
    const page = render(html`<p title="${hostile}">${hostile}</p>`);
    expect(page).toBe(
      '<p title="&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#39;&amp;">&quot;&gt;&lt;img src=x onerror=alert(1)&gt;&#39;&amp;</p>',
    );
  });

  it('lets marked HTML through and escapes an object that only looks marked', () => {
    expect(render(html`<p>${html`<b>${'<'}</b>`}${raw('<i></i>')}</p>`)).toBe('<p><b>&lt;</b><i></i></p>');
    expect(() => render(html`<p>${JSON.parse('{"html":"<b>"}')}</p>`)).toThrow('not a function');
  });

  it('joins lists and leaves nothing behind for undefined, null and false, but shows 0', () => {
    expect(render(html`<p>${[1, '<', [html`<b></b>`]]}${undefined}${null}${false}${0}${''}</p>`)).toBe('<p>1&lt;<b></b>0</p>');
  });

  it.each([
    ['an attribute without quotes', () => html`<p title=${'x'}>`, 'without a quote'],
    ['an attribute without quotes, after a space', () => html`<p title= ${'x'}>`, 'without a quote'],
    ['an attribute of an unfinished tag', () => html` title=${'x'}`, 'without a quote'],
    ['a script', () => html`<script type="module">let a = "${'x'}"</script>`, 'script or style'],
    ['a style', () => html`<style>p { color: ${'x'} }</style>`, 'script or style'],
    ['a comment', () => html`<!-- ${'x'} -->`, 'comment'],
    ['a tag, outside quotes', () => html`<p ${'onclick'}>`, 'in a tag'],
    ['the name of a tag', () => html`<${'script'}>`, 'in a tag'],
    ['marked HTML inside quotes', () => html`<p title="${raw('"')}">`, 'inside an attribute'],
  ])('refuses %s', (_, template, message) => {
    expect(template).toThrow(message);
  });

  it.each([
    ['after a script', () => html`<script src="/a.js"></script><p>${'x'}</p>`],
    ['after a comment', () => html`<!-- a --><p>${'x'}</p>`],
    ['in a query string', () => html`<a href="/find?q=${'x'}&amp;r=${'y'}">${'z'}</a>`],
    ['in quotes after another attribute with >', () => html`<a title=">" href="${'x'}">${'y'}</a>`],
    ['in single quotes', () => html`<a title='${'x'}'>${'y'}</a>`],
    ['marked attributes in a tag', () => html`<p${raw(' hidden')}>${'x'}</p>`],
  ])('takes a value %s', (_, template) => {
    expect(render(template())).toContain('x');
  });
});

import { readFileSync } from 'node:fs';
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { backLink } from '#web/components/back-link.ts';
import { breadcrumbs } from '#web/components/breadcrumbs.ts';
import { button } from '#web/components/button.ts';
import { characterCount } from '#web/components/character-count.ts';
import { checkboxes } from '#web/components/checkboxes.ts';
import { dateInput } from '#web/components/date-input.ts';
import { details } from '#web/components/details.ts';
import { errorMessage } from '#web/components/error-message.ts';
import { errorSummary } from '#web/components/error-summary.ts';
import { fieldset } from '#web/components/fieldset.ts';
import { genericHeader } from '#web/components/generic-header.ts';
import { hint } from '#web/components/hint.ts';
import { input } from '#web/components/input.ts';
import { insetText } from '#web/components/inset-text.ts';
import { label } from '#web/components/label.ts';
import { notificationBanner } from '#web/components/notification-banner.ts';
import { pagination } from '#web/components/pagination.ts';
import { panel } from '#web/components/panel.ts';
import { phaseBanner } from '#web/components/phase-banner.ts';
import { radios } from '#web/components/radios.ts';
import { select } from '#web/components/select.ts';
import { serviceNavigation } from '#web/components/service-navigation.ts';
import { skipLink } from '#web/components/skip-link.ts';
import { summaryList } from '#web/components/summary-list.ts';
import { table } from '#web/components/table.ts';
import { tag } from '#web/components/tag.ts';
import { textarea } from '#web/components/textarea.ts';
import { warningText } from '#web/components/warning-text.ts';
import { type Html, raw, render } from '#web/html.ts';

// Each component with the number of fixtures the package ships, so that none can go missing unseen.
heldTo('back-link', 7, backLink);
heldTo('breadcrumbs', 12, breadcrumbs);
heldTo('button', 38, button);
heldTo('character-count', 34, characterCount);
heldTo('checkboxes', 42, checkboxes);
heldTo('date-input', 50, dateInput);
heldTo('details', 10, details);
heldTo('error-message', 9, errorMessage);
heldTo('error-summary', 19, errorSummary);
heldTo('fieldset', 18, fieldset);
heldTo('generic-header', 7, genericHeader);
heldTo('hint', 6, hint);
heldTo('input', 45, input);
heldTo('inset-text', 6, insetText);
heldTo('label', 17, label);
heldTo('notification-banner', 21, notificationBanner);
heldTo('pagination', 15, pagination);
heldTo('panel', 19, panel);
heldTo('phase-banner', 7, phaseBanner);
heldTo('radios', 43, radios);
heldTo('select', 19, select);
heldTo('service-navigation', 33, serviceNavigation);
heldTo('skip-link', 9, skipLink);
heldTo('summary-list', 30, summaryList);
heldTo('table', 21, table);
heldTo('tag', 12, tag);
heldTo('textarea', 18, textarea);
heldTo('warning-text', 8, warningText);

function heldTo<Params>(name: string, count: number, component: (params: Params) => Html): void {
  describe(`the component ${name}`, () => {
    const fixtures: readonly Fixture<Params>[] = JSON.parse(readFileSync(fixturesOf(name), 'utf8'), markHtml).fixtures;
    it(`has its ${count} official fixtures`, () => {
      expect(fixtures).toHaveLength(count);
    });
    it.each(fixtures)('gives the same elements for “$name”', ({ options, html }) => {
      expect(outline(render(component(options)))).toEqual(outline(html === undefined ? '' : render(html)));
    });
  });
}

type Fixture<Params> = { readonly name: string; readonly options: Params; readonly html?: Html };

function fixturesOf(name: string): URL {
  return new URL(`../../../node_modules/govuk-frontend/dist/govuk/components/${name}/fixtures.json`, import.meta.url);
}

// Options that GOV.UK's macros take as HTML are marked as ours take them; an empty one is as good as none.
const htmlKeys = new Set([
  'html',
  'titleHtml',
  'summaryHtml',
  'descriptionHtml',
  'logoHtml',
  'start',
  'end',
  'navigationStart',
  'navigationEnd',
]);
function markHtml(key: string, value: unknown): unknown {
  if (!htmlKeys.has(key) || typeof value !== 'string') return value;
  return value === '' ? undefined : raw(value);
}

type Outline = string | { readonly element: string; readonly attributes: string[]; readonly children: Outline[] };

/** Elements, sorted attributes and text without needless space: what a browser would make of both. */
function outline(markup: string): Outline[] {
  return outlineOf(parseFragment(markup).childNodes);
}

type Nodes = DefaultTreeAdapterTypes.ChildNode[];

function outlineOf(nodes: Nodes): Outline[] {
  return nodes.flatMap((node): Outline[] => {
    if ('value' in node) {
      const text = node.value.replace(/\s+/g, ' ').trim();
      return text === '' ? [] : [text];
    }
    if (!('tagName' in node)) return [];
    const attributes = node.attrs.map(({ name, value }) => `${name}=${value.replace(/\s+/g, ' ').trim()}`).sort();
    return [{ element: node.tagName, attributes, children: outlineOf(node.childNodes) }];
  });
}

// The only script of the pages, and they work without it. It posts forms in place, so that a mistake costs no page
// load, and starts the few GOV.UK components that need a hand. Whatever goes wrong, the browser posts as it always has.
import { Checkboxes, ErrorSummary, Radios } from 'govuk-frontend';

const sending = new WeakSet<HTMLFormElement>();
const left = new WeakSet<HTMLFormElement>();

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
start(document);
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== 'post' || left.delete(form)) return;
  if (form.enctype !== 'application/x-www-form-urlencoded' || 'plain' in form.dataset) return guard(form, event);
  event.preventDefault();
  if (sending.has(form)) return;
  hold(form, true);
  send(form, event.submitter).catch(() => {
    left.add(form);
    hold(form, false);
    form.requestSubmit(event.submitter);
  });
});
// Back from the next page shows this one as it was left, and it may be sent again.
addEventListener('pageshow', (event) => {
  if (event.persisted) for (const form of document.forms) hold(form, false);
});

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? location.href;
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) if (typeof value === 'string') body.append(name, value);
  const signal = AbortSignal.timeout(20_000);
  const response = await fetch(action, { method: 'POST', body, headers: { accept: 'text/html' }, signal });
  if (response.redirected) return location.assign(response.url);
  if (response.status !== 422) throw new Error('neither accepted nor to be mended');
  show(new DOMParser().parseFromString(await response.text(), 'text/html'));
}

function show(page: Document): void {
  const main = page.querySelector('main');
  if (!main?.querySelector('.govuk-error-summary')) throw new Error('nothing to mend in place');
  document.title = page.title;
  document.querySelector('main')?.replaceWith(main);
  start(main);
  scrollTo(0, 0);
  focusOn(main.querySelector<HTMLElement>('.govuk-error-summary, h1') ?? main);
}

function start(root: ParentNode): void {
  for (const component of [Radios, Checkboxes, ErrorSummary]) {
    for (const element of root.querySelectorAll(`[data-module="${component.moduleName}"]`)) new component(element);
  }
}

function guard(form: HTMLFormElement, event: Event): void {
  if (sending.has(form)) event.preventDefault();
  hold(form, true);
}

function hold(form: HTMLFormElement, held: boolean): void {
  if (held) sending.add(form);
  else sending.delete(form);
  form.toggleAttribute('aria-busy', held);
  if (held) form.setAttribute('aria-busy', 'true');
}

function focusOn(element: HTMLElement): void {
  if (!element.hasAttribute('tabindex')) element.setAttribute('tabindex', '-1');
  element.focus();
}

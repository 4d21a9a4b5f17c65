// The only script of the pages, and they work without it. It posts forms in place, so that a mistake costs no page
// load, and starts the few GOV.UK components that need a hand. What it has sent it never sends again by itself, but for
// forms that ask to be kept while there is no network.
import { Checkboxes, ErrorSummary, Radios } from 'govuk-frontend';
import { keepPost, sendKeptLater } from './keep-posts.ts';
import { offerReading } from './read-aloud.ts';

type View = { readonly main: HTMLElement; readonly title: string; readonly focus?: HTMLElement | null };

const sending = new WeakSet<HTMLFormElement>();
// What the history's entries of this document show: an answer that is no form adds one, so that Back leads to the form.
const views: View[] = [];
let entry = 0;

document.body.classList.add('js-enabled', 'govuk-frontend-supported');
start(document);
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
  if (form.enctype !== 'application/x-www-form-urlencoded' || 'plain' in form.dataset) return guard(form, event);
  event.preventDefault();
  if (sending.has(form)) return;
  hold(form, true);
  send(form, event.submitter).catch(() => {
    hold(form, false);
    if (!keep(form, event.submitter))
      say(content().dataset['notSent'] ?? '', content().querySelector('[class^="govuk-grid-column"]'));
  });
});
sendKeptLater((taken) => {
  const form = document.querySelector<HTMLFormElement>('form[data-keep]');
  if (taken && form) location.reload();
  else if (form) say(form.dataset['refused'] ?? '', content().querySelector('[class^="govuk-grid-column"]'));
});
// Back from the next page shows this one as it was left, and it may be sent again.
addEventListener('pageshow', (event) => {
  if (event.persisted) for (const form of document.forms) hold(form, false);
});
// A jump within the page comes here too, without an entry's number.
addEventListener('popstate', ({ state }: { readonly state: unknown }) => {
  if (typeof state !== 'number' || state === entry || !views[state]) return;
  views[entry] = exchange(views[state]);
  entry = state;
});

async function send(form: HTMLFormElement, submitter: HTMLElement | null): Promise<void> {
  const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action') ?? location.href;
  const body = bodyOf(form, submitter);
  const signal = AbortSignal.timeout(20_000);
  const response = await fetch(action, { method: 'POST', body, headers: { accept: 'text/html' }, signal });
  if (response.redirected && 'keep' in form.dataset && form.closest('section')) return showAgain(form);
  if (response.redirected) return location.assign(response.url);
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  const main = page.querySelector('main');
  if (!main) throw new Error('not a page of ours');
  hold(form, false);
  show({ main, title: page.title });
}

function bodyOf(form: HTMLFormElement, submitter: HTMLElement | null): URLSearchParams {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) if (typeof value === 'string') body.append(name, value);
  return body;
}

/** The same page anew, where the form stood: whoever counts one group goes on with the next. */
function showAgain(form: HTMLFormElement): void {
  location.hash = form.closest('section')?.id ?? '';
  location.reload();
}

/** Keeps what no network took, if the form wants that, and says so beside it. */
function keep(form: HTMLFormElement, submitter: HTMLElement | null): boolean {
  const text = form.dataset['keep'];
  if (text === undefined || !keepPost(form.action, bodyOf(form, submitter))) return false;
  say(`${submitter?.textContent.trim() ?? ''}. ${text}`, form);
  return true;
}

function show(view: View): void {
  const before = exchange(view);
  start(view.main);
  scrollTo(0, 0);
  if (view.main.querySelector('.govuk-error-summary')) return;
  views[entry] = before;
  history.replaceState(entry, '');
  entry += 1;
  history.pushState(entry, '');
}

/** Puts a view in the place of the one shown, which it gives back as it was left. */
function exchange({ main, title, focus }: View): View {
  const shown = content();
  const before = { main: shown, title: document.title, focus: shown.querySelector<HTMLElement>(':focus') };
  shown.replaceWith(main);
  document.title = title;
  focusOn(focus ?? main.querySelector<HTMLElement>('.govuk-error-summary, h1') ?? main);
  return before;
}

/** A word about what could not be sent: all stays as it was typed. */
function say(text: string, where: Element | null): void {
  document.querySelector('.app-not-sent')?.remove();
  const note = document.createElement('p');
  note.className = 'govuk-body govuk-error-summary app-not-sent';
  note.setAttribute('role', 'alert');
  note.textContent = text;
  where?.prepend(note);
  focusOn(note);
}

function content(): HTMLElement {
  const main = document.querySelector('main');
  if (!main) throw new Error('a page of ours has a main');
  return main;
}

function start(root: ParentNode): void {
  for (const component of [Radios, Checkboxes, ErrorSummary]) {
    for (const element of root.querySelectorAll(`[data-module="${component.moduleName}"]`)) new component(element);
  }
  offerReading(root);
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

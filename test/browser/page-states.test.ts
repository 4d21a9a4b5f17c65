import { expect, it } from 'vitest';
import { journeyKinds, journeys, stepNames } from '#shared/domain/journeys.ts';
import { nothing, type RouteDeclaration } from '#shared/system/routes/declaration.ts';
import { routes } from '#shared/system/routes.ts';
import { fileOf, lookNames } from '../shots/shot.ts';
import { addressOf } from './city-page.ts';
import { stages } from './city-pages.ts';
import { applyTo } from './drafts.ts';

const declared: Readonly<Record<string, RouteDeclaration>> = routes;
const pages = stages.flatMap((one) => one.pages);
const anywhere = { link: () => `/l/${'x'.repeat(43)}`, ids: new Map<string, string>() };
const seen = pages.map((page) => ({ state: page.state, path: addressOf(page, anywhere).split('?')[0] ?? '' }));

/** The states that the pages of a route, or of an address, are seen in. */
function statesOf(path: string): readonly string[] {
  const shape = new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
  return [...new Set(seen.filter((one) => shape.test(one.path)).map(({ state }) => state))];
}

function pathsOf(method: 'GET' | 'POST'): readonly string[] {
  return Object.keys(declared).flatMap((key) => (key.startsWith(`${method} `) ? [key.slice(method.length + 1)] : []));
}

it('every page of the site is seen in at least one state', () => {
  const files = /^\/(?:assets|\.well-known|calendar)\/|\/(?:data|export|audit|context|report)\/\{file\}$|\.(?:ods|pdf)$/;
  expect(pathsOf('GET').filter((path) => !files.test(path) && statesOf(path).length === 0)).toEqual([]);
});

// Forms that are first met with what we hold in them: nobody sees them empty.
const heldAlready = [
  '/my/place/change',
  '/my/place/contact',
  '/my/place/bookings/{event}',
  '/my/organisation',
  '/my/volunteer',
  '/my/contact',
  '/my/classes/{code}',
];
const step = '/editions/{edition}/apply/{journey}/{step}';
// Nothing is typed where a sign-up question by question begins, where a place is given back, where groups
// are counted, nor where children answer.
const buttonsOnly = [
  '/editions/{edition}/apply/{journey}',
  step,
  '/my/place/bookings/{event}/give-back',
  '/my/place/bookings/{event}/check-in',
  '/c/{code}',
];

it('every form of a journey is seen empty, with mistakes and filled in', () => {
  const forms = pathsOf('POST').filter((path) => {
    const { auth, body, function: by } = declared[`POST ${path}`] ?? {};
    return declared[`GET ${path}`] && auth !== 'organiser' && by !== 'sign-in' && body !== nothing && !buttonsOnly.includes(path);
  });
  const questions = journeyKinds.flatMap((kind) => journeys[kind].steps.map((one) => applyTo(kind, one.step)));
  expect(questions.length).toBeGreaterThanOrEqual(stepNames.length);
  const missing = [...forms, ...questions].flatMap((path) => {
    const wanted = heldAlready.includes(path) ? ['error', 'filled'] : ['empty', 'error', 'filled'];
    const states = statesOf(path);
    return wanted.filter((state) => !states.includes(state)).map((state) => `${path}: ${state}`);
  });
  expect(missing).toEqual([]);
});

it('every list of the organiser is seen with nothing in it and with something', () => {
  const lists = ['registrations', 'organisations', 'volunteers', 'events', 'mails', 'impact'];
  for (const list of lists)
    expect(statesOf(`/organiser/editions/{edition}/${list}`)).toEqual(expect.arrayContaining(['no data', 'shown']));
});

it('every page in every state has a name of its own, and so has each of its pictures', () => {
  const names = pages.map(({ name }) => name);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  const files = names.flatMap((name) => lookNames.map((look) => fileOf(name, look)));
  expect(new Set(files).size).toBe(files.length);
  expect(files.filter((file) => !/^[a-z0-9-]+\.png$/.test(file))).toEqual([]);
});

import type { JourneyKind } from '#shared/domain/journeys.ts';
import { createBrowser } from '../flow/browser.ts';
import { organisationSteps, schoolSteps, type Steps, volunteerSteps } from '../flow/journey-answers.ts';
import { edition } from '../flow/larkford.ts';
import type { City } from './city.ts';

type Sequel = { readonly given: Readonly<Record<string, string>>; readonly steps: Steps };

/** The answers with which each journey's pages are seen: none is left out. */
export const sequels: Readonly<Record<JourneyKind, Sequel>> = {
  school: { given: { urn: '900004' }, steps: schoolSteps('office@dovecote.example') },
  organisation: { given: {}, steps: organisationSteps('step@works.example') },
  volunteer: {
    given: {},
    steps: volunteerSteps('step@volunteer.example').map(([step, fields]) =>
      step === 'with-whom' ? [step, { organisationName: 'Fictional Works' }] : [step, fields],
    ),
  },
};
const kinds = ['school', 'organisation', 'volunteer'] as const;

/** The name of the cookie's holder who has answered every page of a journey before this one. */
export function holderAt(kind: JourneyKind, step: string): string {
  return `${kind} at ${step}`;
}

/** For each page of each journey, a draft with answers to every page before it. */
export async function beginDrafts(city: City): Promise<void> {
  for (const kind of kinds) {
    const { steps } = sequels[kind];
    for (const [count, step] of [...steps.map(([name]) => name), 'check'].entries())
      city.cookies.set(holderAt(kind, step), await answerFirst(city, kind, count));
  }
}

/** Sends a whole draft of each journey. */
export async function sendDrafts(city: City): Promise<void> {
  for (const kind of kinds) {
    const cookie = await answerFirst(city, kind, sequels[kind].steps.length);
    city.system.clock.advance(30);
    const { status } = await city.client.post(applyTo(kind, 'check'), {}, cookie);
    if (status !== 303) throw new Error(`sending the draft of a ${kind} answered ${status}`);
    city.cookies.set(holderAt(kind, 'sent'), cookie);
  }
  await city.system.settle();
}

/** Answers a journey's first `count` pages; gives the draft's cookie. */
async function answerFirst({ system }: City, kind: JourneyKind, count: number): Promise<string> {
  const browser = createBrowser(system.origin);
  const { given, steps } = sequels[kind];
  const first = [applyTo(kind), given] as const;
  for (const [path, fields] of [first, ...steps.slice(0, count).map(([step, typed]) => [applyTo(kind, step), typed] as const)]) {
    const { status } = await browser.post(path, fields);
    if (status !== 303) throw new Error(`${path} answered ${status}`);
  }
  const [[name, value] = []] = [...browser.jar];
  return `${name}=${value}`;
}

/** The address of a page of a journey; of its first page without a step. */
export function applyTo(kind: JourneyKind, step?: string): string {
  return [`/editions/${edition}/apply/${kind}`, ...(step === undefined ? [] : [step])].join('/');
}

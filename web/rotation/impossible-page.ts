import type { Event } from '#shared/domain/event.ts';
import type { Change, Remedy } from '#shared/domain/rotation/apply-change.ts';
import type { Clash } from '#shared/domain/rotation/clashes.ts';
import { visitorName } from '#shared/domain/rotation/cards.ts';
import type { RotationBrief } from '#shared/domain/rotation/shape.ts';
import { html } from '../html.ts';
import { type Console, consolePage } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, lead, link, narrow, paragraph, steps } from '../prose.ts';
import { rotationContent } from './content.en.ts';

const { impossible: words } = rotationContent;

type ImpossibleParams = Console & {
  readonly event: Event;
  readonly brief: RotationBrief;
  readonly clashes: readonly Clash[];
  readonly remedies: readonly Remedy[];
  readonly proved: boolean;
};

/** Why a rotation cannot be planned, and the smallest changes that would make it possible. */
export function impossiblePage({ event, brief, clashes, remedies, proved, ...console }: ImpossibleParams): string {
  const back = pathOf('/organiser/editions/{edition}/events/{event}/rotation', { edition: event.edition, event: event.event });
  const said = remedies.map((changes) => capital(changes.map((one) => sayChange(one, brief)).join(words.together)));
  return consolePage(console, {
    title: words.title,
    backLink: back,
    body: narrow(html`${lead(proved ? words.proved : words.doubtful)}
${heading2(words.why)}
${bullets(clashes.map((one) => sayClash(one, brief)))}
${heading2(words.what)}
${said.length === 0 ? paragraph(words.noRemedy) : html`${said.length > 1 && paragraph(words.each)}${steps(said.map((one) => `${one}.`))}`}
${paragraph(link(back, words.back))}`),
  });
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function sayClash(clash: Clash, brief: RotationBrief): string {
  const { clashes: say } = words;
  switch (clash.clash) {
    case 'slots':
      return say.slots(clash.need, clash.have);
    case 'rooms':
      return say.rooms(clash.need, clash.have);
    case 'organisation-slots':
      return say.organisationSlots(visitorName(brief, clash.organisation), clash.need, clash.have);
    case 'organisation-places':
      return say.organisationPlaces(visitorName(brief, clash.organisation), clash.need, clash.have);
    case 'sizes':
      return say.sizes(clash.pupils, clash.min, clash.max);
    case 'adults':
      return say.adults(clash.need, clash.have);
    case 'lone-pupil':
      return say.lonePupil(schoolIn(brief, clash.school));
    case 'mixed':
      return say.mixed(clash.need, clash.have);
    case 'together':
      return say[clash.what];
  }
}

function sayChange(change: Change, brief: RotationBrief): string {
  const { changes: say } = words;
  switch (change.change) {
    case 'slots':
      return say.slots(change.by);
    case 'rooms':
      return say.rooms(change.by);
    case 'largest-group':
      return say.largest(change.to);
    case 'smallest-group':
      return say.smallest(change.to);
    case 'groups':
      return say.groups(change.to);
    case 'mixed':
      return say.mixed(change.to);
    case 'organisation-stays':
      return say.stays(visitorName(brief, change.organisation));
    case 'organisation-places':
      return say.places(visitorName(brief, change.organisation), change.to);
    case 'adults':
      return say.adults(schoolIn(brief, change.school), change.by);
    case 'pupils':
      return say.pupils(schoolIn(brief, change.school), change.to);
  }
}

function schoolIn({ schools }: RotationBrief, urn: string): string {
  return schools.find(({ school }) => school === urn)?.name ?? urn;
}

import type { Event } from '#shared/domain/event.ts';
import { checkInWay } from '../day/way.en.ts';
import type { Html } from '../html.ts';
import { pathOf } from '../paths.ts';
import { bullets, link } from '../prose.ts';
import { rotationWays } from '../rotation/ways.en.ts';
import { askContent } from './ask.en.ts';
import { clashContent } from './clashes.en.ts';
import { eventsContent } from './events.en.ts';
import { draftWords } from './drafts.en.ts';
import { type Console, may } from './frame.ts';
import { likePath } from './record-event.ts';

const { event: words } = eventsContent;

/** Where an event can be planned, moved and cancelled. */
export function eventWays(event: Event, console: Console): Html {
  const ways = [
    ...(event.kind === 'rotation'
      ? [link(pathOf('/organiser/editions/{edition}/events/{event}/rotation', event), rotationWays.fromEvent)]
      : []),
    ...(event.state === 'draft' && may(console, 'coordinator')
      ? [link(pathOf('/organiser/editions/{edition}/events/{event}/offer', event), draftWords.way)]
      : []),
    ...(event.state === 'cancelled' || event.state === 'draft'
      ? []
      : [link(pathOf('/organiser/editions/{edition}/events/{event}/check-in', event), checkInWay)]),
    ...(event.state === 'draft'
      ? []
      : [link(pathOf('/organiser/editions/{edition}/events/{event}/waiting', event), words.waiting)]),
    ...(event.state !== 'cancelled' && may(console, 'coordinator')
      ? [
          link(pathOf('/organiser/editions/{edition}/events/{event}/arrange', event), words.arrange),
          ...(event.state === 'confirmed'
            ? [link(pathOf('/organiser/editions/{edition}/events/{event}/ask', event), askContent.way)]
            : []),
          link(pathOf('/organiser/editions/{edition}/events/{event}/move', event), clashContent.moveInstead),
          ...(event.state === 'draft'
            ? []
            : [link(pathOf('/organiser/editions/{edition}/events/{event}/cancel', event), words.cancel)]),
        ]
      : []),
    ...(may(console, 'coordinator') ? [link(likePath(event, event), eventsContent.events.another)] : []),
  ];
  return bullets(ways);
}

import { askForm, stopAskingForm } from '../../../domain/begin-asking.ts';
import { dropDraftForm, offerDraftForm } from '../../../domain/event-drafts.ts';
import { arrangeForm } from '../../../domain/event-arrangements.ts';
import type { RouteDeclaration } from '../declaration.ts';

const coordinator = { function: 'arrange', auth: 'organiser', needs: 'coordinator' } as const;

/** How organisers set when the parts of an event are and how those who come get in. */
export const arrangeRoutes = {
  'GET /organiser/editions/{edition}/events/{event}/arrange': {
    ...coordinator,
    personal: true,
    summary: 'An event’s hours, sessions, link and arrival, to set; who will be told',
  },
  'POST /organiser/editions/{edition}/events/{event}/arrange': {
    ...coordinator,
    summary: 'Set an event’s hours, sessions, link and arrival; everybody with a place is told',
    body: arrangeForm,
  },
  'GET /organiser/editions/{edition}/events/{event}/ask': {
    ...coordinator,
    personal: true,
    summary: 'Who can be asked to an event, tier by tier, and who was',
  },
  'POST /organiser/editions/{edition}/events/{event}/ask': {
    ...coordinator,
    summary: 'Ask people to an event, one tier after another, until enough have said yes',
    body: askForm,
  },
  'POST /organiser/editions/{edition}/events/{event}/ask/stop': {
    ...coordinator,
    summary: 'Stop asking people to an event',
    body: stopAskingForm,
  },
  'GET /organiser/editions/{edition}/events/{event}/offer': {
    ...coordinator,
    personal: true,
    summary: 'Who is asked once a draft is offered, and what it clashes with',
  },
  'POST /organiser/editions/{edition}/events/{event}/offer': {
    ...coordinator,
    summary: 'Offer a draft: those it names are asked',
    body: offerDraftForm,
  },
  'POST /organiser/editions/{edition}/events/{event}/drop': {
    ...coordinator,
    summary: 'Drop a draft, which nobody was told of',
    body: dropDraftForm,
  },
} as const satisfies Record<string, RouteDeclaration>;

import { type Asking, saidYes } from '#shared/domain/asking.ts';
import { type Candidate, tiersOf } from '#shared/domain/asking-tiers.ts';
import type { Event } from '#shared/domain/event.ts';
import { isAnswerable, type Offer } from '#shared/domain/offer.ts';
import type { AskingRules } from '#shared/domain/week-settings.ts';
import type { Instant } from '#shared/kernel/time.ts';
import { insetText } from '../components/inset-text.ts';
import { type Filled, formState } from '../filled.ts';
import { checkboxesField, form, hiddenField, numberField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { pathOf } from '../paths.ts';
import { heading2, link, narrow, paragraph } from '../prose.ts';
import { sayMoment, sayNumber } from '../say.ts';
import { askContent as words } from './ask.en.ts';
import { type Console, consolePage, listTable } from './frame.ts';

type Params = Console & {
  readonly event: Event;
  readonly kind: Asking['kind'];
  readonly rules: AskingRules;
  readonly asking: Asking | undefined;
  readonly replies: readonly { readonly offer: Offer; readonly name: string }[];
  readonly candidates: readonly Candidate[];
  readonly now: Instant;
  readonly requestKey: string;
  readonly filled?: Filled | undefined;
};

/** Who can be asked to an event, tier by tier, with how many are needed; or how asking them stands. */
export function askPage(params: Params): string {
  const { event, asking, rules, now, filled, organiser, edition, programme, mailPause } = params;
  const back = pathOf('/organiser/editions/{edition}/events/{event}', event);
  const rule = words.rule(sayNumber(rules.answerHours), sayNumber(rules.most), sayNumber(rules.days));
  const open = asking?.state === 'open';
  const begin = isAnswerable(event, now) ? beginPart(params) : paragraph(words.closed);
  return consolePage(
    { organiser, edition, programme, mailPause },
    {
      title: words.title(event.title),
      backLink: back,
      filled,
      body: html`${asking && standPart(asking, params)}
${narrow(html`${words.how.map((one) => paragraph(one))}${paragraph(rule)}${open ? stopPart(asking) : begin}
${paragraph(link(back, words.back))}`)}`,
    },
  );
}

function standPart(asking: Asking, { replies }: Params): Html {
  const offers = replies.map(({ offer }) => offer);
  const names = new Map(replies.map(({ offer, name }) => [offer.visitor, { name, answer: labels.offers[offer.state] }]));
  const stands = words.stands[asking.state](sayNumber(saidYes(asking, offers)), sayNumber(asking.needed));
  const rows = asking.rounds.flatMap(({ at, who }) =>
    who.flatMap((visitor) => {
      const found = names.get(visitor);
      return found ? [[{ text: sayMoment(at) }, { text: found.name }, { text: found.answer }]] : [];
    }),
  );
  const { when, who, answer } = words.columns;
  return html`${narrow(html`${insetText({ text: stands })}${asking.state === 'open' && asking.until && paragraph(words.until(sayMoment(asking.until)))}`)}
${heading2(words.asked)}
${listTable({ name: words.asked, none: words.notNeeded, head: [when, who, answer].map((text) => ({ text })), rows })}`;
}

function stopPart({ edition, event, version }: Asking): Html {
  const action = pathOf('/organiser/editions/{edition}/events/{event}/ask/stop', { edition, event });
  const body = hiddenField('version', String(version));
  return html`${paragraph(words.stopAdvice)}${form({ action, body, submit: words.stop, submitClasses: 'govuk-button--secondary' })}`;
}

function beginPart({ event, kind, rules, asking, candidates, requestKey, filled }: Params): Html {
  const path = pathOf('/organiser/editions/{edition}/events/{event}/ask', event);
  const state = formState(filled);
  const tiers = tiersOf(candidates, rules);
  const other = kind === 'volunteer' ? 'organisation' : 'volunteer';
  const busy = candidates.filter((one) => one.busy).length;
  const often = candidates.filter((one) => !one.busy && one.asked >= rules.most).length;
  const lists = tiers.flatMap((tier, index) => {
    const options = tier.map(({ visitor, name }) => ({ value: visitor, text: `${words.leaveOut}: ${name}` }));
    const label = words.tiers[index] ?? '';
    return tier.length === 0
      ? []
      : [
          checkboxesField({
            ...state,
            path: 'leaveOut',
            idPrefix: index === 0 ? 'leaveOut' : `leaveOut-${index}`,
            label,
            options,
            small: true,
          }),
        ];
  });
  const body = html`${hiddenField('version', String(event.version))}${hiddenField('requestKey', requestKey)}${hiddenField('kind', kind)}
${numberField({ ...state, path: 'needed', label: words.needed })}${lists}`;
  return html`${heading2(words.kinds[kind])}
${paragraph(link(`${path}?kind=${other}`, words.other[kind]))}
${lists.length === 0 ? paragraph(words.nobody) : form({ action: path, body, submit: asking ? words.again : words.begin })}
${paragraph(words.left(sayNumber(busy), sayNumber(often)))}`;
}

import type { Edition } from '#shared/domain/edition.ts';
import type { MenuEntry, SectorSession } from '#shared/domain/funding/items.ts';
import { sectorName } from '#shared/domain/funding/sectors.ts';
import { pupilsAt } from '#shared/domain/funding/sessions.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { cohortFields } from '../cohort-fields.ts';
import { type Filled, formState } from '../filled.ts';
import { form, radiosField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { journeyPage } from '../journey-page.ts';
import { listTable } from '../organiser/frame.ts';
import { pathOf } from '../paths.ts';
import { heading2, lead, paragraph } from '../prose.ts';
import { sayPupils } from '../say.ts';
import { sayDate } from './say.ts';
import { sessionsContent } from './sessions.en.ts';
import { sayYears, titleOf } from './sessions.ts';

const { mine: words, ...list } = sessionsContent;

type Params = {
  readonly edition: Edition;
  readonly programme: Programme;
  readonly menu: readonly MenuEntry[];
  /** What of it can be asked for. */
  readonly offered: readonly MenuEntry[];
  readonly sessions: readonly SectorSession[];
  /** What those who come are called. */
  readonly names: ReadonlyMap<string, string>;
  readonly filled?: Filled | undefined;
};

/** The menu for a school by its link, what it asked for, and the form to ask for more. */
export function mySessionsPage({ edition, programme, menu, offered, sessions, names, filled }: Params): string {
  return journeyPage({
    programme,
    title: words.title,
    caption: edition.name,
    backLink: '/my/place',
    path: '/my/sector-sessions',
    filled,
    body: html`${lead(words.intro)}
${heading2(words.asked)}${ownTable(sessions, { menu, names })}
${offered.length === 0 ? paragraph(words.none) : html`${heading2(words.ask)}${askForm(offered, filled)}`}`,
  });
}

type Names = Pick<Params, 'menu' | 'names'>;

function ownTable(sessions: readonly SectorSession[], { menu, names }: Names): Html {
  return listTable({
    name: words.asked,
    none: words.noneAsked,
    head: [words.session, list.on, list.pupils, words.who, list.state, words.cancel].map((text) => ({ text })),
    rows: sessions.map((one) => {
      const open = one.state === 'asked' || one.state === 'matched';
      return [
        { text: titleOf(one, menu) },
        { text: sayDate(one.on) },
        { text: sayPupils(pupilsAt(one)) },
        { text: one.visitor ? (names.get(one.visitor.id) ?? words.nobody) : open ? words.nobody : '' },
        { text: list.states[one.state] },
        open ? { html: cancelForm(one, titleOf(one, menu)) } : { text: '' },
      ];
    }),
  });
}

function cancelForm({ session, on }: SectorSession, title: string): Html {
  return form({
    action: pathOf('/my/sector-sessions/{session}/cancel', { session }),
    submit: words.cancelOne(title, sayDate(on)),
    submitClasses: 'govuk-button--secondary',
  });
}

function askForm(offered: readonly MenuEntry[], filled: Filled | undefined): Html {
  const state = formState(filled);
  return form({
    action: '/my/sector-sessions',
    body: html`${radiosField({
      ...state,
      path: 'entry',
      label: words.session,
      options: offered.map(({ entry, title, sector, years, minutes }) => ({
        value: entry,
        text: words.option(title, sectorName(sector)),
        hint: words.hint(sayYears(years), minutes),
      })),
    })}
${textField({ ...state, path: 'on', label: words.on, hint: words.onHint, width: 10, spellcheck: false })}
${cohortFields(state, words.cohorts)}`,
    submit: words.submit,
  });
}

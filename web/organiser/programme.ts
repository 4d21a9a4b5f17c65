import type { Programme } from '#shared/domain/programme.ts';
import { type Filled, formState } from '../filled.ts';
import { form, hiddenField, textField } from '../forms.ts';
import { html } from '../html.ts';
import { pathOf } from '../paths.ts';
import { lead, narrow } from '../prose.ts';
import { editionContent } from './edition.en.ts';
import { type Console, consolePage } from './frame.ts';
import { settingsContent } from './settings.en.ts';

const { programme: words } = settingsContent;
const { fields } = editionContent.home;

type Params = Console & {
  /** The programme as it is kept. */
  readonly current: Programme;
  readonly filled?: Filled | undefined;
};

/** The form to change a programme: its name, places, colour and contact. */
export function programmePage({ current, filled, ...console }: Params): string {
  const { edition } = console;
  const state = filled ?? { ...formState(undefined), values: valuesOf(current) };
  const { localAuthoritiesHint, colourHint } = fields;
  const body = html`${hiddenField('version', String(current.version))}
${textField({ ...state, path: 'name', label: fields.name })}
${textField({ ...state, path: 'city', label: fields.city })}
${textField({ ...state, path: 'localAuthorities', label: fields.localAuthorities, hint: localAuthoritiesHint, spellcheck: false })}
${textField({ ...state, path: 'colour', label: fields.colour, hint: colourHint, width: 10, spellcheck: false })}
${textField({ ...state, path: 'organiser.name', label: fields.organiserName })}
${textField({ ...state, path: 'organiser.email', type: 'email', label: fields.organiserEmail, hint: words.emailHint })}
${textField({ ...state, path: 'organiser.telephone', type: 'tel', label: fields.organiserTelephone, width: 20 })}`;
  const action = pathOf('/organiser/editions/{edition}/programme', edition);
  return consolePage(console, {
    title: words.title,
    backLink: pathOf('/organiser/editions/{edition}/settings', edition),
    filled,
    body: html`${lead(words.intro)}${narrow(form({ action, body, submit: words.save }))}`,
  });
}

function valuesOf({ name, city, localAuthorities, colour, organiser }: Programme): Filled['values'] {
  const one = (value: string | undefined) => (value === undefined ? [] : [value]);
  return {
    name: [name],
    city: [city],
    localAuthorities: [localAuthorities.join(', ')],
    colour: one(colour),
    'organiser.name': [organiser.name],
    'organiser.email': [organiser.email],
    'organiser.telephone': one(organiser.telephone),
  };
}

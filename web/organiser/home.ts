import type { Edition } from '#shared/domain/edition.ts';
import type { Programme } from '#shared/domain/programme.ts';
import { input } from '../components/input.ts';
import { select } from '../components/select.ts';
import { type Filled, formState } from '../filled.ts';
import { fieldErrors, fieldId, form, type FormState } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { englishLabels as labels } from '../labels.en.ts';
import { pathOf } from '../paths.ts';
import { bullets, heading2, link, paragraph } from '../prose.ts';
import { sayDays, sayProgramme } from '../say.ts';
import { editionContent } from './edition.en.ts';
import { type Organiser, organiserPage } from './frame.ts';

type HomeParams = {
  readonly organiser: Organiser;
  readonly programmes: readonly Programme[];
  readonly editions: readonly Edition[];
  /** Whether this organiser may open a programme. */
  readonly mayOpen: boolean;
  /** The programmes of which this organiser may plan an edition. */
  readonly mayPlan: readonly Programme[];
  /** The form that came back, and which of the two it is. */
  readonly filled?: Filled | undefined;
  readonly sent?: FormName | undefined;
};
type FormName = 'open' | 'plan';

const { home: words } = editionContent;

/** An organiser's programmes with their editions, and the forms to add one of either for whoever may. */
export function organiserHomePage(params: HomeParams): string {
  const { organiser, programmes, editions, mayOpen, mayPlan, filled, sent } = params;
  const stateOf = (name: FormName) => ({ name, ...formState(name === sent ? filled : undefined) });
  return organiserPage({
    organiser,
    title: words.title,
    path: '/organiser',
    filled,
    targets: Object.fromEntries(filled?.issues.map(({ path }) => [path, `${sent}.${path}`]) ?? []),
    body: html`${programmes.length > 0 && paragraph(link('/organiser/portfolio', words.portfolio))}
${heading2(words.programmes)}
${programmes.length === 0 ? paragraph(mayOpen ? words.noProgrammes : words.notOnATeam) : programmes.map((one) => programmeOf(one, editions))}
${mayPlan.length > 0 && html`${heading2(words.plan)}\n${planForm(mayPlan, stateOf('plan'))}`}
${mayOpen && html`${heading2(words.open)}\n${programmeForm(stateOf('open'))}`}`,
  });
}

function programmeOf(one: Programme, editions: readonly Edition[]): Html {
  const own = editions.filter(({ programme }) => programme === one.programme).sort((a, b) => b.starts.localeCompare(a.starts));
  const items = own.map(({ edition, name: title, starts, ends, state }) => {
    const path = pathOf('/organiser/editions/{edition}', { edition });
    return html`${link(path, title)}, ${sayDays(starts, ends)}: ${labels.editionStates[state]}`;
  });
  return html`<h3 class="govuk-heading-s">${sayProgramme(one)}</h3>
${items.length === 0 ? paragraph(words.noEditions) : bullets(items)}`;
}

type Text = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly type?: 'email' | 'tel';
};

type Sent = FormState & { readonly name: FormName };

// Two forms on one page share names, so that each id starts with its form's.
function textIn(sent: Sent, { name, label, hint, type }: Text): Html {
  const error = fieldErrors(sent.issues).get(name);
  return input({
    name,
    id: fieldId(`${sent.name}.${name}`),
    value: sent.values[name]?.[0],
    label: { text: label },
    hint: hint === undefined ? undefined : { text: hint },
    errorMessage: error === undefined ? undefined : { text: error },
    type,
    spellcheck: false,
    classes: 'govuk-input--width-20',
  });
}

function programmeForm(sent: Sent): Html {
  const { fields } = words;
  const texts: readonly Text[] = [
    { name: 'programme', label: fields.programme, hint: fields.programmeHint },
    { name: 'name', label: fields.name },
    { name: 'city', label: fields.city },
    { name: 'localAuthorities', label: fields.localAuthorities, hint: fields.localAuthoritiesHint },
    { name: 'colour', label: fields.colour, hint: fields.colourHint },
    { name: 'organiser.name', label: fields.organiserName },
    { name: 'organiser.email', label: fields.organiserEmail, type: 'email' },
    { name: 'organiser.telephone', label: fields.organiserTelephone, type: 'tel' },
  ];
  const body = html`${texts.map((one) => textIn(sent, one))}`;
  return form({ action: '/organiser/programmes', body, submit: words.open, submitClasses: 'govuk-button--secondary' });
}

function planForm(programmes: readonly Programme[], sent: Sent): Html {
  const { fields } = words;
  const days = ['starts', 'ends', 'registrationOpens', 'registrationCloses', 'surveyCloses'] as const;
  const wrong = fieldErrors(sent.issues).get('programme');
  const body = html`${select({
    name: 'programme',
    id: 'plan-programme',
    value: sent.values['programme']?.[0],
    label: { text: fields.ofProgramme },
    errorMessage: wrong === undefined ? undefined : { text: wrong },
    items: programmes.map(({ programme, name }) => ({ value: programme, text: name })),
  })}
${textIn(sent, { name: 'edition', label: fields.edition, hint: fields.programmeHint })}
${textIn(sent, { name: 'name', label: fields.name })}
${days.map((day) => textIn(sent, { name: day, label: fields[day], hint: fields.dateHint }))}`;
  return form({ action: '/organiser/editions', body, submit: words.plan, submitClasses: 'govuk-button--secondary' });
}

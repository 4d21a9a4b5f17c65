import { type Edition, keptMonths } from '#shared/domain/edition.ts';
import { dayInWords, type Instant } from '#shared/kernel/time.ts';
import { summaryList, type SummaryRow } from '../components/summary-list.ts';
import { type Filled, formState } from '../filled.ts';
import { fieldGroup, form, type FormState, hiddenField, textareaField, textField } from '../forms.ts';
import { html, type Html } from '../html.ts';
import { pathOf } from '../paths.ts';
import { heading2, lines, link, narrow, paragraph } from '../prose.ts';
import { sayAgo, sayDays } from '../say.ts';
import { type Console, consolePage, may } from './frame.ts';
import { settingsContent as words } from './settings.en.ts';
import { weekFields, weekRows, weekValues } from './week-settings.ts';

type SettingsParams = Console & { readonly now: Instant; readonly filled?: Filled | undefined };

const days = ['starts', 'ends', 'registrationOpens', 'registrationCloses', 'surveyCloses'] as const;

/** An edition's settings: as a form for an admin, in words for everybody else. */
export function settingsPage({ filled, now, ...console }: SettingsParams): string {
  const { edition } = console;
  const path = pathOf('/organiser/editions/{edition}/settings', edition);
  const admin = may(console, 'admin');
  const changeable = admin && edition.state !== 'reported';
  return consolePage(console, {
    title: words.title,
    path,
    filled,
    body: html`${changeable && meanwhile(edition, filled, now)}
${changeable ? narrow(settingsForm(edition, filled)) : html`${paragraph(admin ? words.over : words.notAdmin)}\n${summaryList({ rows: rowsOf(edition) })}`}
${admin && paragraph(link(pathOf('/organiser/editions/{edition}/programme', edition), words.programme.link))}
${admin && paragraph(link(pathOf('/organiser/editions/{edition}/next', edition), words.next.link))}`,
  });
}

function settingsForm(edition: Edition, filled: Filled | undefined): Html {
  const state = filled ?? formStateOf(edition);
  return form({
    action: pathOf('/organiser/editions/{edition}/settings', edition),
    body: html`${hiddenField('version', String(edition.version))}
${textField({ ...state, path: 'name', label: words.name })}
${dateFields(state)}
${textareaField({ ...state, path: 'closedDays', label: words.closedDays, hint: words.closedDaysHint, rows: 3 })}
${textareaField({ ...state, path: 'welcome', label: words.welcome, hint: words.welcomeHint, rows: 4 })}
${fieldGroup({
  ...state,
  path: 'safeguardingLead',
  label: words.lead,
  hint: words.leadHint,
  body: html`${textField({ ...state, path: 'safeguardingLead.name', label: words.leadName })}
${textField({ ...state, path: 'safeguardingLead.email', type: 'email', label: words.leadEmail })}
${textField({ ...state, path: 'safeguardingLead.telephone', type: 'tel', label: words.leadTelephone, width: 20 })}`,
})}
${textField({ ...state, path: 'keepMonths', label: words.keepMonths, hint: words.keepMonthsHint, inputmode: 'numeric', width: 2 })}
${weekFields(state)}`,
    submit: words.save,
  });
}

/** The five days of an edition's plan. */
export function dateFields(state: FormState): Html {
  return html`${days.map((path) => textField({ ...state, path, label: words[path], hint: words.dateHint, width: 10, spellcheck: false }))}`;
}

function formStateOf(edition: Edition): FormState {
  const { name, closedDays = [], welcome, safeguardingLead: lead, keepMonths = keptMonths } = edition;
  const one = (value: string | undefined) => (value === undefined ? [] : [value]);
  return {
    ...formState(undefined),
    values: {
      name: [name],
      ...Object.fromEntries(days.map((day) => [day, [edition[day]]])),
      closedDays: one(closedDays.join('\n')),
      welcome: one(welcome),
      'safeguardingLead.name': one(lead?.name),
      'safeguardingLead.email': one(lead?.email),
      'safeguardingLead.telephone': one(lead?.telephone),
      keepMonths: [String(keepMonths)],
      ...weekValues(edition),
    },
  };
}

function rowsOf(edition: Edition): SummaryRow[] {
  const {
    name,
    starts,
    ends,
    registrationOpens,
    registrationCloses,
    surveyCloses,
    closedDays = [],
    safeguardingLead,
    keepMonths = keptMonths,
  } = edition;
  const lead = [safeguardingLead?.name, safeguardingLead?.email, safeguardingLead?.telephone].filter((one) => one !== undefined);
  const rows = [
    [words.name, [name]],
    [words.starts, [sayDays(starts, ends)]],
    [words.registrationOpens, [sayDays(registrationOpens, registrationCloses)]],
    [words.surveyCloses, [dayInWords(surveyCloses)]],
    [words.closedDays, closedDays.map(dayInWords)],
    [words.welcome, (edition.welcome ?? '').split('\n').filter((line) => line !== '')],
    [words.lead, lead],
    [words.keepMonths, [words.months(keepMonths)]],
    ...weekRows(edition),
  ] as const;
  return rows.map(([key, value]) => ({
    key: { text: key.replace(' (optional)', '') },
    value: { html: lines(value.length === 0 ? [words.none] : value) },
  }));
}

/** For a form that came back because somebody changed the same settings: theirs, to keep or to write over. */
function meanwhile(edition: Edition, filled: Filled | undefined, now: Instant): Html | undefined {
  const shown = filled?.values['version']?.[0];
  if (shown === undefined || shown === String(edition.version)) return undefined;
  return html`${heading2(words.meanwhile)}
${paragraph(words.when(sayAgo(edition.changedAt ?? now, now)))}
${summaryList({ rows: rowsOf(edition) })}
${paragraph(link(pathOf('/organiser/editions/{edition}/settings', edition), words.theirs))}
${paragraph(words.mine)}`;
}

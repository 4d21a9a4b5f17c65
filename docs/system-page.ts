import { emails } from '#shared/system/emails.ts';
import { eventExamples } from '#shared/system/event-examples.ts';
import { functions } from '#shared/system/functions.ts';
import type { FunctionDeclaration } from '#shared/system/functions/declaration.ts';
import { powers } from '#shared/system/powers.ts';
import { routes } from '#shared/system/routes.ts';
import type { RouteDeclaration } from '#shared/system/routes/declaration.ts';
import { items, table } from '#shared/system/table.ts';

const declared = Object.entries<FunctionDeclaration>(functions);

/** docs/system.md: every function, fact, key, mail and route, from shared/system alone. */
export function systemPage(): string {
  return [
    '# The system',
    'Generated from `shared/system/` by `npm run docs`; `npm run check` fails when it is out of date. Do not edit.',
    '## Picture',
    ['```mermaid', ...picture(), '```'].join('\n'),
    '## Functions',
    rows(
      ['function', 'started by', 'may', 'seconds', 'when it fails'],
      declared.map(([name, one]) => [
        code(name),
        startedBy(one),
        one.uses.map(code).join(', ') || 'nothing',
        `${one.timeoutSeconds}`,
        one.errorImpact,
      ]),
    ),
    '## Powers',
    'What a function may do is only what its `uses` names: grants, environment and typed dependencies follow from it.',
    rows(
      ['power', 'port', 'environment', 'held by'],
      Object.entries(powers).map(([name, { port, env }]) => [code(name), code(port), env.map(code).join(', '), holders(name)]),
    ),
    '## Facts',
    `On the bus as \`{ id, type, at, edition, data }\`. They carry ids, versions, times and counts; never names, addresses or free text.`,
    rows(
      ['fact', 'goes to', 'example of its data'],
      Object.entries(eventExamples).map(([type, example]) => [code(type), consumersOf(type), code(JSON.stringify(example))]),
    ),
    '## Table and access patterns',
    `One table: \`${table.partitionKey}\`, \`${table.sortKey}\`; time to live in \`${table.timeToLive}\`; the sparse index ` +
      `\`${table.dueIndex.name}\` (\`${table.dueIndex.partitionKey}\`, \`${table.dueIndex.sortKey}\`) holds what is due.`,
    rows(
      ['item', code(table.partitionKey), code(table.sortKey), `in \`${table.dueIndex.name}\``, 'for'],
      Object.entries<Declared>(items).map(([name, item]) => [code(name), code(item.pk), code(item.sk), due(item), item.access]),
    ),
    '## Mails',
    rows(
      ['mail', 'to', 'caused by', 'its link', 'says'],
      Object.entries(emails).map(([name, mail]) => [
        code(name),
        mail.audience,
        mail.on.map(code).join(', '),
        'link' in mail ? mail.link : '',
        mail.says,
      ]),
    ),
    '## Routes',
    'Bodies are in [openapi.json](openapi.json).',
    rows(
      ['route', 'function', 'who', 'what', 'cached'],
      Object.entries<RouteDeclaration>(routes).map(([key, route]) => [
        code(key),
        code(route.function),
        route.auth,
        route.summary,
        route.cacheSeconds === undefined ? '' : `${route.cacheSeconds} s`,
      ]),
    ),
  ]
    .join('\n\n')
    .concat('\n');
}

function picture(): string[] {
  const lines = [
    'flowchart LR',
    '  people([Browsers and JSON clients])',
    '  table[(Table)]',
    '  bus{{Bus}}',
    '  ses([Mail provider])',
    '  bucket[(Files)]',
    '  identity([Identity provider])',
    '  failures[(What failed for good)]',
    '  clock([Schedule])',
  ];
  for (const [name, one] of declared) {
    lines.push(`  ${name}[${name}]`, ...arrowsIn(name, one), ...arrowsOut(name, one));
  }
  return lines;
}

function arrowsIn(name: string, { trigger }: FunctionDeclaration): string[] {
  switch (trigger.kind) {
    case 'http':
      return [`  people --> ${name}`];
    case 'stream':
      return [`  table -- stream --> ${name}`];
    case 'facts':
      return [`  bus -- "${trigger.of.join('<br>')}" --> ${name}`];
    case 'mail-reports':
      return [`  ses -- reports --> ${name}`];
    case 'files':
      return [`  bucket -- "${trigger.prefix}" --> ${name}`];
    case 'schedule':
      return [
        `  clock -- "${trigger.expression}" --> ${name}`,
        ...(trigger.wokenBy === undefined ? [] : [`  table -. "${trigger.wokenBy}" .-> ${name}`]),
      ];
  }
}

const pictured: Readonly<Record<FunctionDeclaration['uses'][number], string | undefined>> = {
  'table:read': undefined,
  'table:write': 'table',
  'table:empty': undefined,
  'bus:publish': 'bus',
  'email:send': 'ses',
  'files:read': undefined,
  'failures:retry': 'failures',
  'identity:use': 'identity',
};

function arrowsOut(name: string, { uses }: FunctionDeclaration): string[] {
  return uses.flatMap((power) => (pictured[power] === undefined ? [] : [`  ${name} --> ${pictured[power]}`]));
}

function startedBy({ trigger }: FunctionDeclaration): string {
  switch (trigger.kind) {
    case 'http':
      return 'its routes';
    case 'stream':
      return `new items ${code(`${trigger.prefix}…`)} on the stream`;
    case 'facts':
      return trigger.of.map(code).join(', ');
    case 'mail-reports':
      return 'the mail provider’s reports';
    case 'files':
      return `new files ${code(`${trigger.prefix}…`)}`;
    case 'schedule':
      return `${code(trigger.expression)}${trigger.wokenBy === undefined ? '' : `, or a new ${code(`${trigger.wokenBy}…`)}`}`;
  }
}

function consumersOf(type: string): string {
  const names = declared
    .filter(([, { trigger }]) => trigger.kind === 'facts' && trigger.of.some((one) => one === type))
    .map(([name]) => name);
  return names.map(code).join(', ') || 'the archive only';
}

function holders(power: string): string {
  const names = declared.filter(([, { uses }]) => uses.some((one) => one === power)).map(([name]) => name);
  return names.map(code).join(', ') || 'nobody';
}

type Declared = {
  readonly pk: string;
  readonly sk: string;
  readonly access: string;
  readonly due?: Readonly<Record<string, string>>;
};

function due(item: Declared): string {
  if (item.due === undefined) return '';
  return Object.entries(item.due)
    .map(([state, when]) => `by ${code(when)} while ${code(state)}`)
    .join(', ');
}

function rows(head: readonly string[], body: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

function code(text: string): string {
  return `\`${text}\``;
}

import { type DefaultTreeAdapterMap, parse } from 'parse5';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { cleanText } from '#shared/kernel/text.ts';
import { paths } from './bad-inputs/case.ts';
import { payloads } from './bad-inputs/payloads.ts';
import { volunteerJson } from './bad-inputs/types.ts';
import { edition, type Larkford, openLink, postJson, schoolForm, startLarkford } from './larkford.ts';

let larkford: Larkford;
/** What the same page or mail is made of when nobody tries anything. */
let harmless: { list: Made; mail: Made; place: Made; form: Made; search: Made };
const attempts = Object.entries(payloads).map(([name, text], index) => ({ name, text, who: `v${index}` }));
let statuses: Map<string, number>;
let kept: z.infer<typeof volunteerList>['volunteers'];

beforeAll(async () => {
  larkford = await startLarkford();
  await signUp('harmless', 'Fictional\nFictional');
  await larkford.system.settle();
  harmless = {
    list: madeOf(await listPage()),
    mail: madeOf(mailTo('harmless').html),
    place: madeOf(await placePage('harmless')),
    form: madeOf((await larkford.client.post(paths.register, wrongForm('Fictional'))).text),
    search: madeOf(await searchPage('Fictional')),
  };
  statuses = new Map(await Promise.all(attempts.map(async ({ who, text }) => [who, await signUp(who, text)] as const)));
  await larkford.system.settle();
  const headers = { accept: 'application/json', cookie: larkford.organiser };
  const response = await fetch(`${larkford.system.origin}/organiser/editions/${edition}/volunteers`, { headers });
  kept = volunteerList.parse(await response.json()).volunteers;
});
afterAll(() => larkford.stop());

const volunteerList = z.object({
  volunteers: z.array(z.object({ offer: z.optional(z.string()), contact: z.object({ name: z.string(), email: z.string() }) })),
});
const address = (who: string) => `${who}@volunteers.example`;
const listPage = () => page(`/organiser/editions/${edition}/volunteers`, larkford.organiser);
const searchPage = (query: string) => page(`/editions/${edition}/schools?q=${encodeURIComponent(query)}`);
const placePage = async (who: string) => page('/my/place', await openLink(larkford, address(who)));
const wrongForm = (text: string) =>
  schoolForm({
    'contact.name': text,
    'contact.jobTitle': text,
    'contact.email': text,
    wishes: text,
    accessNeeds: text,
    hallCapacity: text,
  });

async function page(path: string, cookie = ''): Promise<string> {
  const response = await fetch(`${larkford.system.origin}${path}`, { headers: { accept: 'text/html', cookie } });
  expect(response.status).toBe(200);
  return response.text();
}

async function signUp(who: string, text: string) {
  const form = {
    ...volunteerJson,
    contact: { name: text, jobTitle: text, email: address(who) },
    organisationName: text,
    offer: text,
  };
  const { status } = await postJson(larkford, paths.volunteers, form);
  return status;
}

function mailTo(who: string) {
  const mails = larkford.system.inbox.list({ to: address(who) });
  expect(mails).toHaveLength(1);
  return { html: mails[0]?.html ?? '', headers: mails[0]?.headers ?? [], to: mails[0]?.to, subject: mails[0]?.subject ?? '' };
}

describe('what is typed stays text', () => {
  test.each(attempts)('$name', async ({ text, who }) => {
    expect(statuses.get(who)).toBe(201);
    const volunteer = kept.find((one) => one.contact.email === address(who));
    expect(volunteer?.offer).toBe(cleanText(text));
    expect(volunteer?.contact.name).toBe(cleanText(text).replace(/\s+/g, ' '));
    const mail = mailTo(who);
    expect(mail.to).toEqual([address(who)]);
    expect(
      mail.headers.map(([field]) => field.toLowerCase()).filter((field) => ['bcc', 'cc', 'attendee'].includes(field)),
    ).toEqual([]);
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expectOnly(madeOf(mail.html), harmless.mail);
    expectOnly(madeOf(await placePage(who)), harmless.place);
    const shownAgain = await larkford.client.post(paths.register, wrongForm(text));
    expect(shownAgain.status).toBe(422);
    expectOnly(madeOf(shownAgain.text), harmless.form);
    expect(madeOf(shownAgain.text).values).toContain(text.replace(/\r\n?/g, '\n'));
    expectOnly(madeOf(await searchPage(text)), harmless.search);
  });

  test('all of it on one page of the organiser’s', async () => {
    const list = await listPage();
    expect(list).toContain('DROP TABLE schools');
    expectOnly(madeOf(list), harmless.list);
  });
});

type Made = {
  readonly tags: Set<string>;
  readonly attributes: Set<string>;
  readonly links: readonly string[];
  readonly values: readonly string[];
};
type Node = DefaultTreeAdapterMap['node'];

/** The elements, attributes and links that a browser makes of a page. */
function madeOf(html: string): Made {
  const made = { tags: new Set<string>(), attributes: new Set<string>(), links: emptyTexts(), values: emptyTexts() };
  const visit = (node: Node) => {
    if ('tagName' in node) {
      made.tags.add(node.tagName);
      for (const { name, value } of node.attrs) {
        made.attributes.add(name);
        if (['href', 'src', 'action', 'formaction'].includes(name)) made.links.push(value);
        if (name === 'value') made.values.push(value);
      }
    }
    if ('childNodes' in node) for (const child of node.childNodes) visit(child);
  };
  visit(parse(html));
  return made;
}

/** Nothing is there that is not there without the attempt. */
function expectOnly(made: Made, known: Made): void {
  expect([...made.tags].filter((tag) => !known.tags.has(tag))).toEqual([]);
  expect([...made.attributes].filter((name) => !known.attributes.has(name))).toEqual([]);
  expect(
    made.links.filter((link) => !/^(?:\/(?!\/)|#|mailto:|tel:)/.test(link) && !link.startsWith(larkford.system.origin)),
  ).toEqual([]);
}

function emptyTexts(): string[] {
  return [];
}

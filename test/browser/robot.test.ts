import { afterAll, beforeAll, expect, it } from 'vitest';
import { stateReader } from '../flow/bad-inputs/table-state.ts';
import { type City, closeWeek, fillCity, startCity } from './city.ts';
import { inviteSome } from './invitation-pages.ts';

let city: City;
beforeAll(async () => {
  city = await startCity();
  await inviteSome(city);
  await fillCity(city);
  await closeWeek(city);
});
afterAll(() => city.stop());

it('a robot that opens every link of every mail, again and again, changes nothing', async () => {
  const { system } = city;
  const links = new Set(system.inbox.list().flatMap((mail) => mail.links));
  expect([...links].filter((link) => new URL(link).pathname.startsWith('/l/')).length).toBeGreaterThan(10);
  expect([...links].every((link) => link.startsWith(`${system.origin}/`))).toBe(true);
  const table = stateReader(system);
  const before = await table.digest();
  for (const link of links) {
    for (const method of ['GET', 'HEAD', 'GET', 'HEAD']) {
      const response = await fetch(link, { method });
      expect([link, response.status, response.headers.getSetCookie()]).toEqual([link, 200, []]);
      await response.arrayBuffer();
    }
  }
  await system.settle();
  expect(await table.digest()).toBe(before);
  // The measure itself notices: what the robot did not do, pressing the button, leaves a trace.
  await city.client.post(city.link('office@alder-bank.example'), {});
  expect(await table.digest()).not.toBe(before);
  table.close();
});

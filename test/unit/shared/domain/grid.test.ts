import { describe, expect, test } from 'vitest';
import { positionOf } from '#shared/domain/grid.ts';

/** Metres between two positions, near enough over short distances. */
function metresBetween(a: { latitude: number; longitude: number }, b: { latitude: number; longitude: number }): number {
  const metresPerDegree = 111_320;
  const east = (a.longitude - b.longitude) * metresPerDegree * Math.cos((a.latitude * Math.PI) / 180);
  return Math.hypot((a.latitude - b.latitude) * metresPerDegree, east);
}

describe('a grid reference', () => {
  // Ordnance Survey's published worked example (Transformations and OSGM15 user guide, annexe A): Caister water tower,
  // OSGB36 by the exact OSTN15 transformation, ETRS89 by satellite. ETRS89 and WGS84 are within a metre of each other.
  test('becomes the WGS84 position within 10 m, in a published example', () => {
    const tower = { latitude: 52.658007833, longitude: 1.716073973 };
    const off = metresBetween(positionOf(651_409.804, 313_177.45), tower);
    expect(off).toBeLessThan(10);
  });

  test('is not left on the old datum, which is some 110 m away and looks right', () => {
    // The same tower on the Airy ellipsoid, from the survey’s guide to coordinate systems: what a forgotten datum shift gives.
    const forgotten = { latitude: 52 + 39 / 60 + 27.2531 / 3600, longitude: 1 + 43 / 60 + 4.5177 / 3600 };
    expect(metresBetween(positionOf(651_409.903, 313_177.27), forgotten)).toBeGreaterThan(90);
  });

  test('is given to six decimals, so that the same school is the same bytes', () => {
    const { latitude, longitude } = positionOf(433_000, 279_000);
    expect([latitude, longitude].map((degrees) => Math.round(degrees * 1e6) / 1e6)).toEqual([latitude, longitude]);
  });
});

import { expect, test } from 'vitest';
import { kilometresBetween, positionOfPostcode, postcodeIn } from '#shared/domain/distance.ts';
import type { School } from '#shared/domain/school.ts';

const school = (postcode: string, latitude?: number, longitude?: number): School => ({
  urn: '900001',
  la: '999',
  name: 'Fictional School',
  status: 'open',
  postcode,
  latitude,
  longitude,
  digest: '',
});

test('a degree of latitude is 111.2 km, and the same place no distance', () => {
  expect(kilometresBetween({ latitude: 52, longitude: -1.5 }, { latitude: 53, longitude: -1.5 })).toBeCloseTo(111.195, 2);
  expect(kilometresBetween({ latitude: 52, longitude: -1.5 }, { latitude: 52, longitude: -1.5 })).toBe(0);
});

test('a postcode is found in a venue however it is typed, and no other number is one', () => {
  expect(postcodeIn('Our works, Mill Lane, zz1 1zz')).toBe('ZZ1 1ZZ');
  expect(postcodeIn('Unit 12, ZZ99 3VZ')).toBe('ZZ99 3VZ');
  expect(postcodeIn('Room 12 on floor 3')).toBeUndefined();
});

test('a postcode is where a school has it, else the middle of the schools of its district, else nowhere', () => {
  const schools = [school('ZZ1 1AA', 52, -1), school('ZZ1 2AA', 54, -3), school('ZZ2 1AA', 50, 0), school('ZZ3 1AA')];
  expect(positionOfPostcode('ZZ1 1AA', schools)).toEqual({ latitude: 52, longitude: -1 });
  expect(positionOfPostcode('ZZ1 9ZZ', schools)).toEqual({ latitude: 53, longitude: -2 });
  expect(positionOfPostcode('ZZ3 1AA', schools)).toBeUndefined();
});

import type { School } from './school.ts';

/** A position in WGS84 degrees. */
export type Position = { readonly latitude: number; readonly longitude: number };

const earthRadius = 6371.0088;

/** Kilometres in a straight line over the mean sphere (haversine; R. W. Sinnott, Sky and Telescope 68, 1984): right to 0.5 %. */
export function kilometresBetween(a: Position, b: Position): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const half = (one: number, other: number): number => Math.sin(radians(other - one) / 2) ** 2;
  const across = Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude);
  return 2 * earthRadius * Math.asin(Math.sqrt(Math.min(1, half(a.latitude, b.latitude) + across)));
}

/** The first British postcode in a text, with one space: `CV1 5FB`. */
export function postcodeIn(text: string): string | undefined {
  const [, outward, inward] = /\b([A-Z]{1,2}\d[A-Z\d]?)\s?(\d[A-Z]{2})\b/i.exec(text) ?? [];
  return outward === undefined || inward === undefined ? undefined : `${outward} ${inward}`.toUpperCase();
}

/**
 * Where a postcode is, as well as the register of schools knows: a school's own position where one has the postcode,
 * else the mean of the schools of its district (`CV1`), right to a few kilometres. Undefined where it knows neither.
 */
export function positionOfPostcode(postcode: string, schools: readonly School[]): Position | undefined {
  const [district] = postcode.split(' ');
  const exact = schools.filter((one) => one.postcode === postcode).flatMap(positionsOf);
  const near = exact.length > 0 ? exact : schools.filter((one) => one.postcode?.split(' ')[0] === district).flatMap(positionsOf);
  if (near.length === 0) return undefined;
  const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  return { latitude: mean(near.map((one) => one.latitude)), longitude: mean(near.map((one) => one.longitude)) };
}

/** A school's position, or none where the register has none. */
export function positionsOf({ latitude, longitude }: Pick<School, 'latitude' | 'longitude'>): Position[] {
  return latitude === undefined || longitude === undefined ? [] : [{ latitude, longitude }];
}

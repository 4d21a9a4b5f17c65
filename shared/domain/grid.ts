// Loads proj4: only the import of the register may need this file, never a page.
import proj4 from 'proj4';

/**
 * The British National Grid, EPSG:27700. The seven Helmert terms of `towgs84` are the whole point: without them every
 * position is about 110 m wrong and still looks right on a map. With them it is right to about 5 m.
 */
const britishNationalGrid =
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy ' +
  '+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs';
const toWgs84 = proj4(britishNationalGrid, '+proj=longlat +datum=WGS84 +no_defs');

/** The WGS84 position, in degrees to 6 decimals (0.1 m), of an OSGB36 grid reference in metres. */
export function positionOf(easting: number, northing: number): { readonly latitude: number; readonly longitude: number } {
  const [longitude, latitude] = toWgs84.forward([easting, northing]);
  return { latitude: toMicrodegrees(latitude), longitude: toMicrodegrees(longitude) };
}

function toMicrodegrees(degrees: number | undefined): number {
  if (degrees === undefined || !Number.isFinite(degrees)) throw new RangeError('not a position on the National Grid');
  return Math.round(degrees * 1e6) / 1e6;
}

import type { KeptRotation } from './kept.ts';
import { rotation, type Rotation } from './shape.ts';

/** A rotation for the table. */
export function packRotation(state: Rotation): KeptRotation {
  const { edition, event, version } = state;
  return { edition, event, version, document: JSON.stringify(state) };
}

/** A rotation from the table. One that does not fit its shape is a bug and throws. */
export function unpackRotation(kept: KeptRotation | undefined): Rotation | undefined {
  return kept && rotation.parse(JSON.parse(kept.document));
}

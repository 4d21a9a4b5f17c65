import { tokenHash } from '../../kernel/ids.ts';
import { canonicalJson } from '../../kernel/text.ts';
import type { UsedInstrument } from '../pupils/items.ts';
import type { Instrument } from './instrument.ts';
import { scales } from './scales.ts';

/** A digest of all that somebody who answers is shown: statements, to whom, and the scales' words. */
export function instrumentDigest(instrument: Instrument): string {
  const words = instrument.statements.map(({ scale }) => scales[scale].words);
  return tokenHash(canonicalJson({ ...instrument, words }));
}

/**
 * The version that an edition asks by: the newest of `versions` (oldest first) as long as nobody has been asked, then that
 * one for ever. `fresh` is what to keep with the first invitation. Throws for a version that has been changed since or is
 * gone: that is a bug.
 */
export function instrumentFor<I extends Instrument>(
  edition: string,
  versions: readonly [I, ...I[]],
  used: UsedInstrument | undefined,
): { readonly instrument: I; readonly fresh?: UsedInstrument } {
  const [newest] = versions.toReversed();
  if (!used) {
    const instrument = newest ?? versions[0];
    const { instrument: name, version } = instrument;
    return { instrument, fresh: { edition, instrument: name, version, digest: instrumentDigest(instrument) } };
  }
  const instrument = versions.find(({ version }) => version === used.version);
  if (!instrument || instrumentDigest(instrument) !== used.digest) {
    throw new Error(`${used.instrument} ${used.version} is not what people were asked by`);
  }
  return { instrument };
}

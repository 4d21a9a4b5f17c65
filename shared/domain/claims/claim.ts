type ClaimKind = 'total' | 'share' | 'change' | 'comparison' | 'superlative';

/** What a check of one claim found. `unlinked`: no figure says so or otherwise, so nobody can check it. */
export type Claim = {
  /** The words that make the claim. */
  readonly text: string;
  readonly kind: ClaimKind;
  readonly verdict: 'holds' | 'wrong' | 'unlinked';
  /** The figure it is about. */
  readonly figure?: string | undefined;
  /** What the figures say instead. */
  readonly says?: string | undefined;
  /** That it adds up what counts children twice, or speaks of per cent where it means percentage points. */
  readonly fault?: 'adds-kinds' | 'points-not-percent' | 'no-earlier' | undefined;
};

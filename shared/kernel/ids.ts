import { createHash, createHmac } from 'node:crypto';
import type { Instant } from './time.ts';

/** A fresh, unguessable identifier on each call. Handed in by the runtime, so that tests can fix it. */
export type NewId = () => string;

/**
 * A short stable identifier made of its parts: the same parts always give the same 20 characters of `[a-z2-7]`.
 * 100 bits: two different inputs do not meet. Parts are separated, so `ab, c` differs from `a, bc`.
 */
export function idOf(...parts: readonly string[]): string {
  return base32(sha256(parts.join('\u001f'))).slice(0, 20);
}

/**
 * As `idOf`, but sorting by a moment: nine characters of its milliseconds, then eleven of the parts' digest. 55 bits:
 * within one millisecond two different inputs do not meet.
 */
export function timedIdOf(at: Instant, ...parts: readonly string[]): string {
  return `${momentKey(at)}${idOf(...parts).slice(0, 11)}`;
}

/** How `timedIdOf` begins for a moment. */
export function momentKey(at: Instant): string {
  const bits = Date.parse(at).toString(2).padStart(45, '0');
  // The digits of this alphabet stand before its letters, as they do in text.
  const sorted = '234567abcdefghijklmnopqrstuvwxyz';
  return (bits.match(/.{5}/g) ?? []).map((five) => sorted[Number.parseInt(five, 2)]).join('');
}

/**
 * As `idOf`, but made with a secret key (HMAC-SHA-256, RFC 2104): whoever has the parts and not the key cannot make it, nor
 * find the parts by trying.
 */
export function keyedIdOf(key: string, ...parts: readonly string[]): string {
  return base32(createHmac('sha256', key).update(parts.join('\u001f'), 'utf8').digest()).slice(0, 20);
}

/** SHA-256 of a secret as hex: what is stored of a link's or session's token. */
export function tokenHash(token: string): string {
  return sha256(token).toString('hex');
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}

function base32(bytes: Buffer): string {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('');
}

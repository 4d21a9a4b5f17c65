import { lazily } from '#shared/kernel/lazily.ts';
import { dayInWords, type LocalDate } from '#shared/kernel/time.ts';

/** Pence as people read them: £1,250 or £1,250.50. */
export function sayPounds(pence: number): string {
  return (pence % 100 === 0 ? whole() : exact()).format(pence / 100);
}
const style = { style: 'currency', currency: 'GBP' } as const;
const whole = lazily(() => new Intl.NumberFormat('en-GB', { ...style, maximumFractionDigits: 0 }));
const exact = lazily(() => new Intl.NumberFormat('en-GB', style));

/** A day without its weekday: “14 March 2022”. */
export function sayDate(day: LocalDate): string {
  return dayInWords(day).split(' ').slice(1).join(' ');
}

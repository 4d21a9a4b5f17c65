// expect: eslint(no-restricted-imports): ports may import only types from system
import { events } from './system/events.ts';
export const kept = events;

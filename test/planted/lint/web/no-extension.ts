// expect: import(extensions): extension
import { html } from './html';
export const kept = html;

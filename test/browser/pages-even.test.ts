import { holdHalfThePages } from './half-the-pages.ts';

holdHalfThePages(1);

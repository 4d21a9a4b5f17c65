import { holdEveryPage } from './every-look.ts';

holdEveryPage(true);

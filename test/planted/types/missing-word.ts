import { type Content, content } from '#web/languages.ts';

const { nothing: _, ...find } = content.en.schools.find;

// expect TS2741: Property 'nothing' is missing
export const elsewhere: Content['schools']['find'] = find;

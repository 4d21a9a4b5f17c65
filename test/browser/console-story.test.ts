import { meetOrganisers } from './console-story/cast.ts';
import { makesEvents } from './console-story/events.ts';
import { goesHome } from './console-story/export.ts';
import { bringsIn } from './console-story/imports.ts';
import { sends } from './console-story/mails.ts';
import { othersTry } from './console-story/others.ts';
import { comesIn } from './console-story/today.ts';
import { tellStory } from './tell-story.ts';

const chapters = [...comesIn, ...bringsIn, ...makesEvents, ...sends, ...goesHome, ...othersTry];

tellStory({ story: 'a week in the console', meet: meetOrganisers, chapters });

import { weekAndAfter } from './story/after.ts';
import { beforeTheWeek } from './story/before.ts';
import { meetCast } from './story/cast.ts';
import { changes } from './story/changes.ts';
import { tellStory } from './tell-story.ts';

tellStory({ story: 'a week', meet: meetCast, chapters: [...beforeTheWeek, ...changes, ...weekAndAfter] });

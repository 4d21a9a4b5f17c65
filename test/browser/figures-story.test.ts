import { meetOrganisers } from './console-story/cast.ts';
import { bringsFigures } from './console-story/figures.ts';
import { comesIn } from './console-story/today.ts';
import { tellStory } from './tell-story.ts';

const [signsIn] = comesIn;

tellStory({
  story: 'a city’s figures',
  meet: meetOrganisers,
  chapters: [...(signsIn ? [signsIn] : []), ...bringsFigures],
});

import { meetFunders, spendsMoney } from './console-story/funding.ts';
import { comesIn } from './console-story/today.ts';
import { tellStory } from './tell-story.ts';

tellStory({ story: 'a funded programme', meet: meetFunders, chapters: [...comesIn, ...spendsMoney] });

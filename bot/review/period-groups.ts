import type { Knowledge } from '../../knowledge/load.js';
import { labelledTexts } from '../../knowledge/matcher/examples.js';
import { doubtfulOf } from './doubtful.js';
import { type Group, groupsOf } from './groups.js';
import { type MatchText, placeOf } from './likely.js';
import type { Period } from './period.js';

/** So many texts of the knowledge base show which words are rare. */
const ENOUGH = 1000;

/** The doubtful questions of a period in groups, alike for the review and the report. */
export function periodGroups(period: Period, knowledge: Knowledge, match: MatchText): Group[] {
  const { texts } = labelledTexts(knowledge);
  const every = Math.ceil(texts.length / ENOUGH);
  const background = texts.filter((_, n) => n % every === 0).map(({ text }) => text);
  return groupsOf(doubtfulOf(period), { concepts: knowledge.concepts, background, placeOf: placeOf(match) });
}

import type { Deps } from '../conversation/deps.js';
import { likelyOf, matchOf } from '../review/likely.js';
import { likelyInWords, saidOf } from '../review/listing.js';
import { dayOf, type Period } from '../review/period.js';
import { periodGroups } from '../review/period-groups.js';
import type { Html } from '../web/html/html.js';
import { type OpenQuestion, reportPage } from './page.js';
import { statisticsOf } from './statistics.js';

/** Of the questions without an answer so many are told, each with so many other ways of putting it. */
const OPEN = 10;
const OTHERS = 2;

/** The report on a period, its doubtful questions grouped as the review groups them. */
export function reportOf(period: Period, deps: Deps, now: Date): Html {
  const { knowledge, rules } = deps;
  const match = matchOf(deps);
  const groups = periodGroups(period, knowledge, match);
  const statistics = statisticsOf(period, groups, knowledge, rules.verdicts);
  const open = statistics.unanswered.slice(0, OPEN).map(
    (group): OpenQuestion => ({
      text: group.text,
      times: group.times,
      others: group.questions.slice(1, 1 + OTHERS).map(({ text }) => text),
      said: saidOf(group),
      likely: likelyInWords(likelyOf(group, match, knowledge), knowledge),
    }),
  );
  return reportPage({
    programme: knowledge.programme?.name ?? 'Soru-yanıt',
    university: knowledge.university?.name ?? null,
    accent: knowledge.university?.accent ?? null,
    from: period.from,
    to: period.to,
    made: dayOf(now),
    statistics,
    open,
  });
}

import type { Aim } from '../aims.js';
import { columns } from '../columns.js';
import type { Compared, Measured } from './compare.js';
import type { Starts } from './starts.js';

const CHAT_SHARE = 60;
const TEAMS_SHARE = 85;
const WEB_START = 0.5;
const ASK_START = 0.3;

export const CHAT = '/api/chat';
/** The same endpoint where nothing has to be read: what all but the reader costs. */
export const BUTTONS = '/api/chat, buttons';
export const TEAMS = '/api/messages';
export const EXPECTED_REPLIES = '/api/messages, expectReplies';

/** A line for each server, the bot above what it is held against. */
export function comparisonTable(compared: readonly Compared[]): string {
  const line = (what: string, { rate, p50, p99, rss }: Measured, share: string): string[] => [
    what,
    rate.toFixed(0),
    p50.toFixed(1),
    p99.toFixed(1),
    rss.toFixed(0),
    share,
  ];
  return columns(
    [
      ['server', 'requests/s', 'p50 ms', 'p99 ms', 'memory MB', 'share %'],
      ...compared.flatMap(({ name, bot, bare, share }) => [
        line(`${name}: this bot`, bot, share.toFixed(1)),
        line(`${name}: bare`, bare, '100'),
      ]),
    ],
    0,
  );
}

/** What the server wants to be, held against what was measured. */
export function serverAims(compared: readonly Compared[], { web, ask }: Starts): Aim[] {
  const share = (name: string): number => compared.find((one) => one.name === name)?.share ?? Number.NaN;
  return [
    { aim: `at least ${CHAT_SHARE} % of a bare fastify (${CHAT})`, value: share(CHAT), reached: share(CHAT) >= CHAT_SHARE },
    ...[TEAMS, EXPECTED_REPLIES].map((name) => ({
      aim: `at least ${TEAMS_SHARE} % of a bare botbuilder (${name})`,
      value: share(name),
      reached: share(name) >= TEAMS_SHARE,
    })),
    { aim: `at most ${WEB_START} s from the start to the first answer of the web server`, value: web, reached: web <= WEB_START },
    { aim: `at most ${ASK_START} s for one question with ask`, value: ask, reached: ask <= ASK_START },
  ];
}

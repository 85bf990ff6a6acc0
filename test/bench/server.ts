import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { loadBot } from '../../bot/bot.js';
import { NO_MEMORY } from '../../bot/conversation/memory.js';
import type { Turn } from '../../bot/conversation/turn.js';
import { countIn } from '../load/count.js';
import { median } from '../load/quantile.js';
import { mixOf } from '../load/questions.js';
import { startProcess } from '../load/server-process.js';
import { type Compared, compare, type Pair } from './server/compare.js';
import { BUTTONS, CHAT, comparisonTable, EXPECTED_REPLIES, serverAims, TEAMS } from './server/server-table.js';
import { measureStarts } from './server/starts.js';
import { listOf } from './table.js';

const USAGE = `Usage: npm run bench:server -- [options]

Holds the server against a bare fastify (/api/chat) and a bare botbuilder (/api/messages), in rounds that take turns, with the messages
of test/eval; then measures starts. About three minutes. Exit code 0 even where an aim is missed: machines are noisy.

  --rounds N    rounds of each, the median counts; standard 3
  --seconds N   length of a round; standard 5
  --json        the figures and the aims as JSON
  --help        this text`;

const QUESTIONS = 400;
const STARTS = 5;

interface Options {
  readonly rounds: number;
  readonly seconds: number;
  readonly json: boolean;
}

/** Parses the command line. Throws an Error whose message names the wrong option. */
function parseOptions(args: readonly string[]): Options | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '5' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  return { rounds: countIn('--rounds', values.rounds), seconds: countIn('--seconds', values.seconds), json: values.json };
}

async function main(): Promise<number> {
  let options: Options | 'help';
  try {
    options = parseOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`bench:server: ${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  if (options === 'help') {
    console.log(USAGE);
    return 0;
  }
  try {
    const compared = await compareAll(options);
    console.error(`${STARTS} starts …`);
    const starts = await measureStarts(STARTS);
    const aims = serverAims(compared, starts);
    const memory = `memory after the first answer: ${starts.rss.toFixed(0)} MB`;
    console.log(
      options.json
        ? JSON.stringify({ node: process.version, compared, starts, aims }, null, 2)
        : `${comparisonTable(compared)}\n\n${listOf(aims)}\n\n${memory}`,
    );
    return 0;
  } catch (error) {
    console.error(`bench:server: ${(error as Error).message}`);
    return 1;
  }
}

async function compareAll({ rounds, seconds }: Options): Promise<Compared[]> {
  const connector = await startProcess({ script: scriptOf('connector') });
  try {
    const compared: Compared[] = [];
    for (const pair of await pairsOf(connector.origin)) {
      console.error(`${pair.name} …`);
      compared.push(await compare(pair, rounds, seconds));
    }
    return compared;
  } finally {
    await connector.stop('SIGKILL');
  }
}

/** The bare ones answer what the bot does to the question of median length: Turkish letters take longer to write than others. */
async function pairsOf(serviceUrl: string): Promise<Pair[]> {
  const { respond, knowledge } = await loadBot();
  const texts = mixOf(QUESTIONS);
  const replies = texts.map((text) => respond({ text }, NO_MEMORY));
  const buttons = knowledge.entries.map(({ id }) => respond({ entry: id }, NO_MEMORY));
  const textBytes = median(replies.map(({ reply }) => Buffer.byteLength(reply.reply)));
  const echo = { script: scriptOf('echo-bot'), environment: { BYTES: String(textBytes) } };
  const messages = (more: object): string[] => texts.map((text, n) => JSON.stringify(activity(serviceUrl, text, n, more)));
  return [
    {
      name: CHAT,
      bot: {},
      bare: { script: scriptOf('bare-chat'), environment: { REPLY: medianReply(replies) } },
      path: CHAT,
      bodies: texts.map((text) => JSON.stringify({ text })),
    },
    {
      name: BUTTONS,
      bot: {},
      bare: { script: scriptOf('bare-chat'), environment: { REPLY: medianReply(buttons) } },
      path: CHAT,
      bodies: knowledge.entries.map(({ id }) => JSON.stringify({ entry: id })),
    },
    { name: TEAMS, bot: {}, bare: echo, path: TEAMS, bodies: messages({}) },
    { name: EXPECTED_REPLIES, bot: {}, bare: echo, path: TEAMS, bodies: messages({ deliveryMode: 'expectReplies' }) },
  ];
}

/** As `/api/chat` sends it; the reply of median length. */
function medianReply(turns: readonly Turn[]): string {
  const sent = turns.map(({ reply, memory }) => JSON.stringify({ ...reply, memory })).toSorted((one, other) => one.length - other.length);
  return sent[Math.floor(sent.length / 2)] ?? '{}';
}

/** As the Emulator sends it. Without an id: one that comes again would be taken for one delivered twice. */
function activity(serviceUrl: string, text: string, n: number, more: object): object {
  return {
    type: 'message',
    channelId: 'emulator',
    serviceUrl,
    from: { id: `person-${n}`, name: 'Deniz' },
    recipient: { id: 'bot', name: 'Staj' },
    conversation: { id: `conversation-${n}`, conversationType: 'personal' },
    timestamp: '2026-03-02T10:00:00.000Z',
    locale: 'tr-TR',
    text,
    ...more,
  };
}

function scriptOf(name: string): string {
  return fileURLToPath(new URL(`server/${name}.js`, import.meta.url));
}

process.exitCode = await main();

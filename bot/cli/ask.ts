import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { type Bot, loadBot } from '../bot.js';
import { say } from '../conversation/format.js';
import { type Memory, NO_MEMORY } from '../conversation/memory.js';
import { type Message, parseMessage } from '../conversation/message.js';
import { contractOf } from './contract.js';
import { explain } from './why.js';

const USAGE = `Usage: npm run ask -- [options] [question]

Without a question: a conversation in the terminal.

  --json            one reply as JSON
  --jsonl           one question a line on standard input, one reply a line on standard output
  --why             how the reply came about
  --knowledge DIR   another knowledge base (DIR/faq/*.yaml)
  --help            this text`;

interface Options {
  readonly json: boolean;
  readonly jsonl: boolean;
  readonly why: boolean;
  readonly knowledge: string | undefined;
  readonly question: string | null;
}

/** Parses the command line. Throws an Error whose message names the wrong option. */
function parseOptions(args: readonly string[]): Options | 'help' {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean', default: false },
      jsonl: { type: 'boolean', default: false },
      why: { type: 'boolean', default: false },
      knowledge: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  if (values.jsonl && (values.json || values.why || positionals.length > 0))
    throw new Error('--jsonl reads its questions from standard input and takes neither --json, --why nor a question');
  if (values.json && positionals.length === 0) throw new Error('--json needs a question');
  return { json: values.json, jsonl: values.jsonl, why: values.why, knowledge: values.knowledge, question: positionals.join(' ') || null };
}

async function main(): Promise<number> {
  let options: Options | 'help';
  try {
    options = parseOptions(process.argv.slice(2));
  } catch (error) {
    console.error(`ask: ${(error as Error).message}\n\n${USAGE}`);
    return 2;
  }
  if (options === 'help') {
    console.log(USAGE);
    return 0;
  }
  let bot: Bot;
  try {
    bot = await loadBot({ knowledgeDir: options.knowledge });
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
  if (options.jsonl) await answerLines(bot);
  else if (options.question !== null) console.log(answerOne(bot, options.question, options));
  else await converse(bot, options.why);
  return 0;
}

function answerOne(bot: Bot, question: string, { json, why }: Options): string {
  const { reply } = bot.respond({ text: question }, NO_MEMORY);
  const explanation = why ? explain(question, NO_MEMORY, bot.deps) : null;
  if (json) return JSON.stringify(explanation ? { ...contractOf(reply), why: explanation.split('\n') } : contractOf(reply), null, 2);
  return explanation ? `${explanation}\n\n${reply.reply}` : reply.reply;
}

/** The contract of `--jsonl`: see README. A line that is no valid message is answered with `{"error": …}` in its place. */
async function answerLines(bot: Bot): Promise<void> {
  const memories = new Map<string, Memory>();
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const { message, conversation } = parseLine(line);
    if ('error' in message) {
      process.stdout.write(`${JSON.stringify(message)}\n`);
      continue;
    }
    const turn = bot.respond(message, memories.get(conversation ?? '') ?? NO_MEMORY);
    if (conversation !== null) memories.set(conversation, turn.memory);
    process.stdout.write(`${JSON.stringify(contractOf(turn.reply))}\n`);
  }
}

/** A line is a JSON object, or else plain text as it stands. */
function parseLine(line: string): { message: Message | { error: string }; conversation: string | null } {
  const text = line.replace(/^\ufeff/, '');
  if (!text.trimStart().startsWith('{')) return { message: { text }, conversation: null };
  try {
    const value = JSON.parse(text) as Record<string, unknown>;
    return { message: parseMessage(value), conversation: value.conversation === undefined ? null : String(value.conversation) };
  } catch {
    return { message: { text }, conversation: null };
  }
}

/** A conversation in the terminal. */
async function converse(bot: Bot, why: boolean): Promise<void> {
  const { phrases } = bot.knowledge;
  const lines = createInterface({ input: process.stdin, output: process.stdout, prompt: `\n${say(phrases, 'cli', 'prompt')}` });
  let memory: Memory = { ...NO_MEMORY, offered: bot.knowledge.entries.map(({ id }) => id) };
  console.log(`${bot.welcome().reply}\n\n${say(phrases, 'cli', 'welcome')}`);
  lines.prompt();
  for await (const line of lines) {
    if (why) console.log(`\n${explain(line, memory, bot.deps)}`);
    const turn = bot.respond({ text: line }, memory);
    memory = turn.memory;
    console.log(`\n${turn.reply.reply}`);
    lines.prompt();
  }
  console.log();
}

// Whoever reads the output may have read enough (`ask … | head`).
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
process.exitCode = await main();

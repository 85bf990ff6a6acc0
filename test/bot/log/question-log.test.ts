import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bot } from '../../../bot/bot.js';
import { NO_MEMORY } from '../../../bot/conversation/memory.js';
import { errorLine } from '../../../bot/log/error.js';
import { questionLog, scrubberFor } from '../../../bot/log/question-log.js';
import { readLog } from '../../../bot/log/read.js';
import { observedBot } from '../../../bot/observe.js';
import { realBot } from '../../real-bot.js';

let bot: Bot;
let folder: string;
beforeAll(async () => {
  bot = await realBot();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const log = () =>
  questionLog({ to: folder, days: 90 }, scrubberFor(bot.knowledge), (error) => {
    throw error;
  });

test('a turn is one line with what was asked, folded and scrubbed, and what came of it', () => {
  const observed = observedBot(bot, 'web', [log()]);
  observed.respond({ text: 'Ben Zehra Yılmaz, TC 10000000146. Kabul ettiğim STAJI iptal etmek istiyorum, tel 0532 123 45 67' }, NO_MEMORY);
  const { lines, broken } = readLog(folder);
  expect(broken).toBe(0);
  expect(lines).toEqual([
    {
      type: 'turn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\dZ$/),
      channel: 'web',
      text: 'ben [ad], tc [kimlik no]. kabul ettigim staji iptal etmek istiyorum, tel [telefon]',
      kind: expect.stringMatching(/^(answer|verdict)$/),
      entry: 'staj-iptali',
      outcomes: expect.any(Array),
      confidence: expect.any(Number),
    },
  ]);
});

test('what a button or a form sends is a line without text', () => {
  const observed = observedBot(bot, 'teams', [log()]);
  observed.respond({ entry: 'staj-iptali' }, NO_MEMORY);
  observed.respond({ facts: { 'internship1.stage': 'offered' } }, NO_MEMORY);
  expect(readLog(folder).lines.map(({ channel, text }) => [channel, text])).toEqual([
    ['teams', ''],
    ['teams', ''],
  ]);
});

test('a thumb is a line with the question it is about; the word that follows is scrubbed', () => {
  const reply = { kind: 'answer', entry: 'staj-iptali', outcomes: [] } as const;
  const { onFeedback } = log();
  onFeedback({ channel: 'web', liked: false, comment: '', question: 'Stajımı nasıl iptal ederim', reply });
  onFeedback({ channel: 'web', liked: false, comment: 'Adım Zehra, yazın: z@ornek.edu.tr', addition: true, reply });
  expect(readLog(folder).lines).toMatchObject([
    { type: 'feedback', liked: false, text: 'stajimi nasil iptal ederim', comment: '', entry: 'staj-iptali' },
    { type: 'feedback', addition: true, text: '', comment: 'Adım [ad], yazın: [e-posta]' },
  ]);
});

test('no line holds anything that a memory holds', () => {
  const observed = observedBot(bot, 'web', [log()]);
  observed.respond({ text: 'iki stajım var' }, { ...NO_MEMORY, facts: { 'internship1.from': '2020-08-03' } });
  const [name = ''] = [readLog(folder).lines[0]?.time.slice(0, 10)];
  expect(readFileSync(join(folder, `sorular-${name}.jsonl`), 'utf8')).not.toContain('2020-08-03');
});

test('no example of the knowledge base is taken for a name', () => {
  const scrub = scrubberFor(bot.knowledge);
  const touched = bot.knowledge.entries.flatMap(({ variants }) => variants).filter((text) => scrub(text).includes('[ad]'));
  expect(touched).toEqual([]);
});

test('an error is a line without the words that stand in its message', () => {
  const error = new Error('cannot read "Adım Zehra, 10000000146" of z@ornek.edu.tr');
  const line = errorLine(error, 'web', scrubberFor(bot.knowledge));
  expect(JSON.parse(line)).toMatchObject({
    level: 'error',
    where: 'web',
    name: 'Error',
    stack: expect.arrayContaining([expect.stringMatching(/^at /)]),
  });
  expect(line).not.toMatch(/Zehra|10000000146|ornek\.edu/);
});

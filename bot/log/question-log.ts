import type { Knowledge } from '../../knowledge/load.js';
import type { Observer } from '../observe.js';
import { fileLog, type LogSink } from './files.js';
import { knownWords } from './known-words.js';
import { feedbackLine, type Scrub, turnLine } from './line.js';
import { scrub } from './scrub.js';

/** Where the questions go, and for how long; `stdout` is for collectors, where several replicas run. */
export interface QuestionLogSettings {
  /** A folder, or `stdout`. */
  readonly to: string;
  /** For so many days; a collector has its own rule. */
  readonly days: number;
}

/** The question log as an observer. Throws if its folder cannot be made. */
export function questionLog({ to, days }: QuestionLogSettings, knowledge: Knowledge, onTrouble: (error: Error) => void): Observer {
  const write: LogSink = to === 'stdout' ? writeToStdout : fileLog({ folder: to, days, onTrouble });
  const scrubbed = scrubberFor(knowledge);
  return {
    onTurn: ({ channel, message, reply }) => write(turnLine(channel, message, reply, new Date(), scrubbed)),
    onFeedback: (feedback) => write(feedbackLine(feedback, new Date(), scrubbed)),
  };
}

/** Takes personal data out of texts; the words of the knowledge base are nobody's name. */
export function scrubberFor(knowledge: Knowledge): Scrub {
  const isKnown = knownWords(knowledge);
  return (text) => scrub(text, isKnown);
}

function writeToStdout(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

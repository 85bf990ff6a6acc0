import type { Knowledge } from '../../knowledge/load.js';
import type { Observer } from '../observe.js';
import { fileLog, type LogSink } from './files.js';
import { knownWords } from './known-words.js';
import { feedbackLine, type Scrub, turnLine } from './line.js';
import { type KnownWord, scrub } from './scrub.js';

/** Where the questions go, and for how long; `stdout` is for collectors, where several replicas run. */
export interface QuestionLogSettings {
  /** A folder, or `stdout`. */
  readonly to: string;
  /** For so many days; a collector has its own rule. */
  readonly days: number;
}

/** The question log as an observer. Throws if its folder cannot be made. */
export function questionLog({ to, days }: QuestionLogSettings, scrub: Scrub, onTrouble: (error: Error) => void): Observer {
  const write: LogSink = to === 'stdout' ? writeToStdout : fileLog({ folder: to, days, onTrouble });
  return {
    onTurn: ({ channel, message, reply }) => write(turnLine(channel, message, reply, new Date(), scrub)),
    onFeedback: (feedback) => write(feedbackLine(feedback, new Date(), scrub)),
  };
}

/** Takes personal data out of texts; the words of the knowledge base are nobody's name. They are gathered when the first text comes. */
export function scrubberFor(knowledge: Knowledge): Scrub {
  let isKnown: KnownWord | undefined;
  return (text) => {
    isKnown ??= knownWords(knowledge);
    return scrub(text, isKnown);
  };
}

function writeToStdout(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}

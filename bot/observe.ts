import type { Bot } from './bot.js';
import type { Message } from './conversation/message.js';
import type { Reply } from './conversation/reply.js';
import type { Feedback } from './feedback.js';

/** One turn that was answered. */
export interface ObservedTurn {
  readonly channel: Feedback['channel'];
  readonly message: Message;
  readonly reply: Reply;
  readonly milliseconds: number;
}

/** Whoever wants to hear of every turn and every thumb: the question log, the metrics. */
export interface Observer {
  readonly onTurn: (turn: ObservedTurn) => void;
  readonly onFeedback: (feedback: Feedback) => void;
}

/** The same bot, each of whose turns is told to the observers; `channel` is the door it is given to. */
export function observedBot(bot: Bot, channel: ObservedTurn['channel'], observers: readonly Observer[]): Bot {
  return {
    ...bot,
    respond: (message, memory) => {
      const started = performance.now();
      const turn = bot.respond(message, memory);
      const milliseconds = performance.now() - started;
      for (const { onTurn } of observers) onTurn({ channel, message, reply: turn.reply, milliseconds });
      return turn;
    },
  };
}

import type { TurnContext } from 'botbuilder';

/** A turn takes milliseconds; one that waits for a storage shows that somebody is at it. ms. */
const SLOW = 1000;

/**
 * Runs a turn and, where nothing is sent for a while, shows the person that an answer is being written. teams-ai's own timer serves all
 * conversations at once and cannot be turned off by its option.
 */
export async function typingWhileSlow(context: TurnContext, turn: () => Promise<unknown>, slow = SLOW): Promise<void> {
  const asked = context.activity.type === 'message' && context.activity.deliveryMode !== 'expectReplies';
  const timer = asked ? setTimeout(() => void context.sendActivity({ type: 'typing' }).catch(() => undefined), slow) : undefined;
  context.onSendActivities((_context, _activities, next) => {
    clearTimeout(timer);
    return next();
  });
  try {
    await turn();
  } finally {
    clearTimeout(timer);
  }
}

import { setTimeout as wait } from 'node:timers/promises';
import type { TurnContext } from 'botbuilder';
import { typingWhileSlow } from '../../../bot/teams/typing.js';

/** A context that records what is sent, and lets handlers see it as the SDK does. */
function recorder(activity: object) {
  const sent: string[] = [];
  const handlers: ((context: unknown, activities: object[], next: () => Promise<void>) => Promise<void>)[] = [];
  const context = {
    activity,
    onSendActivities: (handler: (typeof handlers)[number]) => handlers.push(handler),
    sendActivity: async ({ type }: { type: string }) => {
      for (const handler of handlers) await handler(context, [], async () => undefined);
      sent.push(type);
    },
  };
  return { context: context as unknown as TurnContext, sent };
}

const MESSAGE = { type: 'message' };

describe('typing', () => {
  test('is shown while a turn is slow', async () => {
    const { context, sent } = recorder(MESSAGE);
    const slow = async () => {
      while (sent.length === 0) await wait(1);
      await context.sendActivity({ type: 'message' });
    };
    await typingWhileSlow(context, slow, 1);
    expect(sent).toEqual(['typing', 'message']);
  });

  test('is not shown where the answer comes at once, nor after it', async () => {
    const { context, sent } = recorder(MESSAGE);
    const quick = async () => {
      await context.sendActivity({ type: 'message' });
      await wait(20);
    };
    await typingWhileSlow(context, quick, 10);
    await wait(20);
    expect(sent).toEqual(['message']);
  });

  test.each([
    ['an invoke', { type: 'invoke' }],
    ['a caller that waits for the replies themselves', { type: 'message', deliveryMode: 'expectReplies' }],
  ])('is not shown to %s', async (_name, activity) => {
    const { context, sent } = recorder(activity);
    await typingWhileSlow(context, () => wait(20), 1);
    expect(sent).toEqual([]);
  });

  test('leaves nothing behind where the turn fails', async () => {
    const { context, sent } = recorder(MESSAGE);
    await expect(typingWhileSlow(context, () => Promise.reject(new Error('x')), 10)).rejects.toThrow('x');
    await wait(20);
    expect(sent).toEqual([]);
  });
});

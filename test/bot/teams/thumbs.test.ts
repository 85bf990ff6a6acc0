import Fastify, { type FastifyInstance } from 'fastify';
import type { Feedback } from '../../../bot/feedback.js';
import { teamsEndpoint } from '../../../bot/teams/endpoint.js';
import { activity, type Connector, closeConnectors, post, startConnector } from './connector.js';
import { fakeBot, PHRASES } from './fake-bot.js';

describe('a thumb under a reply', () => {
  let channel: Connector;
  let server: FastifyInstance;
  let heard: Feedback[];
  const thumb = (actionValue: object, rest: object = {}) =>
    post(
      server,
      activity(channel.serviceUrl, {
        type: 'invoke',
        name: 'message/submitAction',
        replyToId: 'sent-1',
        value: { actionName: 'feedback', actionValue },
        ...rest,
      }),
    );

  beforeEach(async () => {
    channel = await startConnector();
    heard = [];
    server = Fastify();
    teamsEndpoint({ bot: fakeBot(), settings: { credentials: null, onFeedback: (feedback) => heard.push(feedback) } })(server);
    await post(server, activity(channel.serviceUrl, { text: 'iptal' }));
  });
  afterEach(async () => {
    await server.close();
    await closeConnectors();
  });

  test('is invited by every answer', () => {
    expect(channel.sent[0]?.channelData).toEqual({ feedbackLoop: { type: 'default' } });
  });

  test('is handed on with the reply it is about and the comment, and without a name', async () => {
    const response = await thumb({ reaction: 'dislike', feedback: '{"feedbackText":" Anlamadım. "}' });
    expect(response.statusCode).toBe(200);
    expect(heard).toEqual([
      { channel: 'teams', liked: false, comment: 'Anlamadım.', reply: { kind: 'answer', entry: 'staj-iptali', outcomes: [] } },
    ]);
    expect(JSON.stringify(heard)).not.toMatch(/Deniz|29:person|a:conversation/);
  });

  test('is thanked for in a personal chat only', async () => {
    await thumb({ reaction: 'like', feedback: '{}' });
    expect(channel.sent.at(-1)?.text).toBe(PHRASES.feedback);
    const before = channel.sent.length;
    await thumb({ reaction: 'like', feedback: '{}' }, { conversation: { id: '19:t', conversationType: 'channel' } });
    expect(channel.sent).toHaveLength(before);
  });

  test('under a reply nobody remembers counts as well', async () => {
    await thumb({ reaction: 'like', feedback: '{}' }, { replyToId: 'long-ago' });
    expect(heard).toEqual([{ channel: 'teams', liked: true, comment: '', reply: null }]);
  });

  test.each([
    ['no JSON', 'güzel'],
    ['a comment that is no text', '{"feedbackText":{}}'],
    ['nothing', undefined],
  ])('with %s beside it counts without a comment', async (_name, feedback) => {
    await thumb({ reaction: 'like', feedback });
    expect(heard).toMatchObject([{ liked: true, comment: '' }]);
  });

  test('a comment is kept to a thousand characters', async () => {
    await thumb({ reaction: 'like', feedback: JSON.stringify({ feedbackText: 'a'.repeat(5000) }) });
    expect(heard[0]?.comment).toHaveLength(1000);
  });

  test.each([[{}], [{ reaction: 'love' }]])('%j is no thumb', async (actionValue) => {
    expect((await thumb(actionValue)).statusCode).toBe(400);
    expect(heard).toEqual([]);
  });

  test('a submitAction that is no feedback is not known', async () => {
    expect((await thumb({}, { value: { actionName: 'other' } })).statusCode).toBe(501);
    expect((await thumb({}, { value: undefined })).statusCode).toBe(501);
  });
});

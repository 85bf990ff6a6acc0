import { activity, post, startServer } from './connector.js';
import { fakeBot } from './fake-bot.js';

const loaded: string[] = [];
jest.mock('botbuilder', () => loaded.push('botbuilder') && jest.requireActual('botbuilder'));
jest.mock('@microsoft/teams-ai', () => loaded.push('teams-ai') && jest.requireActual('@microsoft/teams-ai'));
jest.mock('botframework-connector/lib/connectorApi/models/mappers.js', () => {
  loaded.push('botframework-connector');
  return jest.requireActual('botframework-connector/lib/connectorApi/models/mappers.js');
});

test('nothing of the SDK is loaded before a request has passed the checks, and then it is', async () => {
  const server = startServer(fakeBot());
  await post(server, '{}', { remoteAddress: '10.0.0.7' });
  await post(server, '{}');
  await post(server, activity('http://example.com'));
  expect(loaded).toEqual([]);
  await post(server, activity('http://127.0.0.1:9', { type: 'typing' }));
  expect(loaded).toEqual(expect.arrayContaining(['botbuilder', 'teams-ai', 'botframework-connector']));
});

import { isLoopbackUrl, isMicrosoftUrl } from '../../../bot/teams/access.js';
import { isOfTenant } from '../../../bot/teams/tenant.js';

test.each(['http://127.0.0.1:5000', 'http://localhost:3978/x', 'https://localhost', 'http://[::1]:80', 'http://127.1'])(
  '%s stays on this machine',
  (url) => {
    expect(isLoopbackUrl(url)).toBe(true);
  },
);

test.each([
  'https://smba.trafficmanager.net/emea/tenant/',
  'https://webchat.botframework.com/',
  'https://europe.directline.botframework.com',
  'https://smba.infra.gcc.teams.microsoft.com/gcc',
])('%s belongs to Microsoft', (url) => {
  expect(isMicrosoftUrl(url)).toBe(true);
});

test.each(['https://botframework.com.evil.example', 'https://evilbotframework.com', 'https://user@smba.trafficmanager.net', ''])(
  '%s does not',
  (url) => {
    expect(isMicrosoftUrl(url)).toBe(false);
  },
);

describe('the tenant an activity comes from', () => {
  const OURS = 'abcdef01-2222-4222-8222-222222222222';
  const OTHER = 'abcdef01-3333-4333-8333-333333333333';
  const isOurs = (channelId: string, inConversation: unknown, inChannel: unknown) =>
    isOfTenant({ channelId, conversation: { id: 'a:1', tenantId: inConversation }, channelData: { tenant: { id: inChannel } } }, OURS);

  test.each([
    ['in both places', OURS, OURS],
    ['in the conversation', OURS, undefined],
    ['in the data of the channel', null, OURS],
    ['in capitals', OURS.toUpperCase(), undefined],
  ])('is ours where Teams names ours %s', (_name, inConversation, inChannel) => {
    expect(isOurs('msteams', inConversation, inChannel)).toBe(true);
  });

  test('is compared without regard to how TENANT_ID is written', () => {
    expect(isOfTenant({ channelId: 'msteams', conversation: { id: 'a:1', tenantId: OURS } }, OURS.toUpperCase())).toBe(true);
  });

  test.each([
    ['another', OTHER, OTHER],
    ['another in the conversation', OTHER, OURS],
    ['another in the data of the channel', OURS, OTHER],
    ['none', undefined, undefined],
    ['an empty one', '', OURS],
    ['the beginning of ours', OURS.slice(0, 8), undefined],
    ['ours and more', `${OURS}0`, undefined],
    ['a number', 1, OURS],
    ['a list with ours', [OURS], undefined],
    ['an object', OURS, { id: OURS }],
  ])('is not ours where Teams names %s', (_name, inConversation, inChannel) => {
    expect(isOurs('msteams', inConversation, inChannel)).toBe(false);
  });

  test.each([undefined, null, 'text', 7, [], {}, { tenant: null }, { tenant: OURS }])(
    'is not named by channel data such as %p',
    (channelData) => {
      expect(isOfTenant({ channelId: 'msteams', conversation: { id: 'a:1' }, channelData }, OURS)).toBe(false);
      expect(isOfTenant({ channelId: 'webchat', conversation: { id: 'a:1' }, channelData }, OURS)).toBe(true);
    },
  );

  test.each(['webchat', 'emulator'])('need not be named by %s, but is not another then', (channelId) => {
    expect(isOurs(channelId, undefined, undefined)).toBe(true);
    expect(isOurs(channelId, OURS, undefined)).toBe(true);
    expect(isOurs(channelId, OTHER, undefined)).toBe(false);
    expect(isOurs(channelId, undefined, OTHER)).toBe(false);
  });
});

import { isLoopbackUrl, isMicrosoftUrl } from '../../../bot/teams/access.js';

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

import type { Facts } from './facts.js';
import { type Check, type Finding, failed, good, skipped } from './finding.js';
import { explainTokenError } from './token-errors.js';
import { whyUnreachable } from './unreachable.js';
import { type Answer, isBot, isOffline, type Web } from './web.js';

type Reached = Extract<Answer, { status: number }>;

/** Whether Teams reaches the bot, and the bot Microsoft. Skipped where there is no network or no Teams. */
export const NETWORK_CHECKS: readonly Check[] = [
  { name: 'public address', find: (facts) => findAt('health', facts, findHealth) },
  { name: 'message endpoint', find: (facts) => findAt('endpoint', facts, findEndpoint) },
  { name: 'token', find: findToken },
];

function findAt(part: keyof Web, { settings, mistakes, web }: Facts, judge: (answer: Reached, port: number) => Finding): Finding {
  const answer = web[part];
  if (!settings.teams || !answer) return unasked(mistakes, settings);
  if (isOffline(web)) return offline();
  if ('status' in answer) return judge(answer, settings.port);
  const { why, todo } = whyUnreachable(answer.code);
  return failed(`${settings.domain} ${why}`, todo);
}

function findHealth(answer: Reached, port: number): Finding {
  return isBot(answer)
    ? good('/healthz answers')
    : (inBetween(answer, port) ?? failed(`${answer.status}: not the bot answers`, passOn(port)));
}

function findEndpoint(answer: Reached, port: number): Finding {
  const { status, body } = answer;
  if (status === 401 && body.includes('Bot Framework')) return good('refuses who has no token (401), as it must');
  if (status === 403 && body.includes('Teams credentials')) {
    return failed(
      '403: the bot there runs without Teams credentials',
      'put BOT_ID, BOT_PASSWORD and TENANT_ID into the .env of that server and restart the bot.',
    );
  }
  if (status === 405) return failed('405: POST is not let through', 'let the proxy pass POST requests to /api/messages on unchanged.');
  return inBetween(answer, port) ?? failed(`${status}: not the bot answers`, passOn(port));
}

/** What a proxy or firewall before the bot answers. */
function inBetween({ status }: Reached, port: number): Finding | null {
  if (status >= 300 && status < 400)
    return failed(
      `${status}: leads elsewhere`,
      'let BOT_DOMAIN be the name under which the bot itself answers: Teams follows no redirect.',
    );
  if (status === 401 || status === 403)
    return failed(
      `${status}: a login or firewall stands before the bot`,
      'let it pass requests to this name without a login: the bot itself checks who calls.',
    );
  if (status >= 502 && status <= 504)
    return failed(
      `${status}: the proxy does not reach the bot`,
      `start the bot with npm start, and let the proxy pass requests on to port ${port}.`,
    );
  return null;
}

function passOn(port: number): string {
  return `let the proxy pass every path of this name on to the bot (port ${port}) unchanged.`;
}

function findToken({ settings, mistakes, web }: Facts): Finding {
  const { token } = web;
  if (!token) return unasked(mistakes, settings);
  if (isOffline(web)) return offline();
  if ('code' in token) {
    return failed(
      `login.microsoftonline.com ${whyUnreachable(token.code).why}`,
      'let the server make https connections to login.microsoftonline.com, login.botframework.com and smba.trafficmanager.net.',
    );
  }
  if (token.status === 200) return good('Microsoft knows the bot');
  const { wrong, todo } = explainTokenError(token.body) ?? {
    wrong: `login.microsoftonline.com answers ${token.status}`,
    todo: 'try again in a few minutes.',
  };
  return failed(wrong, todo);
}

function unasked(mistakes: Facts['mistakes'], { teams }: Facts['settings']): Finding {
  if (mistakes.length > 0) return skipped('the settings have mistakes', 'get the settings right first.');
  return teams
    ? skipped('BOT_DOMAIN is not set', 'put the public host name of the bot into .env.')
    : skipped('Teams is not configured', 'put BOT_ID, BOT_PASSWORD, TENANT_ID and BOT_DOMAIN into .env where the bot is to run in Teams.');
}

function offline(): Finding {
  return skipped('no network here: nothing answered', 'run this on the server.');
}

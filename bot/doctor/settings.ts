import { TEAMS_VARIABLES } from '../settings.js';
import type { Facts } from './facts.js';
import { type Check, type Finding, failed, good, skipped, warning } from './finding.js';

const SHOWN = ['PORT', ...TEAMS_VARIABLES, 'BOT_DOMAIN'];

/** The settings, a line for each that Teams needs and one for the rest. */
export const SETTINGS_CHECKS: readonly Check[] = [
  ...SHOWN.map((variable) => ({ name: variable, find: (facts: Facts) => findVariable(variable, facts) })),
  { name: 'other settings', find: findOthers },
];

function findVariable(variable: string, facts: Facts): Finding {
  const mistake = facts.mistakes.find((one) => one.variable === variable);
  if (mistake) return failed(mistake.wrong, mistake.todo);
  const value = facts.environment[variable] ?? '';
  if (value.trim() === '') return findUnset(variable, facts);
  if (value !== value.trim())
    return warning('has spaces around it', 'remove them: they do no harm here, but where the value is copied to.');
  return good(variable === 'BOT_PASSWORD' ? 'set' : value);
}

function findUnset(variable: string, { settings }: Facts): Finding {
  if (variable === 'PORT') return good(`not set: ${settings.port}`);
  if (variable !== 'BOT_DOMAIN') return skipped('not set', 'for Teams put it into .env; README.md says where Azure shows it.');
  const todo = 'put the public host name of the bot into .env: links to answers and the Teams app need it.';
  return settings.teams ? warning('not set', todo) : skipped('not set', todo);
}

function findOthers({ mistakes }: Facts): Finding {
  const others = mistakes.filter(({ variable }) => !SHOWN.includes(variable));
  if (others.length === 0) return good('no mistakes');
  return failed(others.map(({ wrong }) => wrong).join(', '), others.map(({ todo }) => todo).join(' '));
}

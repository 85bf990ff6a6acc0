import type { Facts } from '../../../bot/doctor/facts.js';
import type { Check, Finding } from '../../../bot/doctor/finding.js';
import type { Web } from '../../../bot/doctor/web.js';
import { rootPath } from '../../../bot/root.js';
import { type Environment, inspectSettings } from '../../../bot/settings.js';
import { loadKnowledge } from '../../../knowledge/load.js';
import { buildApp } from '../../../manifest/app.js';
import { readIcons } from '../../../manifest/icons.js';
import { textFiles } from '../../../manifest/pack.js';
import { NO_RULES } from '../../../rules/rules.js';

export const ENVIRONMENT = {
  BOT_ID: '11111111-2222-4333-8444-555555555555',
  BOT_PASSWORD: 'aBc8Q~secret.value',
  TENANT_ID: '99999999-2222-4333-8444-555555555555',
  BOT_DOMAIN: 'staj.example.edu.tr',
};

export const GOOD_WEB: Web = {
  health: { status: 200, body: '{"status":"ok"}' },
  endpoint: { status: 401, body: '{"error":"The token of the Bot Framework is missing."}' },
  token: { status: 200, body: '' },
};

const knowledge = loadKnowledge(rootPath('knowledge'));
const VALUES = { appId: ENVIRONMENT.BOT_ID, domain: ENVIRONMENT.BOT_DOMAIN, version: '1.0.0' };

/** A bot that runs in Teams, but for what is changed. */
export function facts(changes: Partial<Facts> = {}, environment: Environment = ENVIRONMENT): Facts {
  const built = buildApp(VALUES, knowledge);
  return {
    environment,
    ...inspectSettings(environment),
    node: { running: '20.20.2', needed: '>=20.12' },
    port: 'free',
    inspected: { knowledge, rules: NO_RULES, problems: [] },
    app: { values: VALUES, built, mistakes: [] },
    packaged: textFiles(built),
    icons: readIcons(),
    web: GOOD_WEB,
    ...changes,
  };
}

/** What the check of that name finds. */
export function find(checks: readonly Check[], name: string, where: Facts): Finding {
  const check = checks.find((one) => one.name === name);
  if (!check) throw new Error(`There is no check "${name}".`);
  return check.find(where);
}

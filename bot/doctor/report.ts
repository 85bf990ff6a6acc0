import { APP_CHECKS } from './app.js';
import type { Facts } from './facts.js';
import type { Check, Finding } from './finding.js';
import { KNOWLEDGE_CHECKS } from './knowledge.js';
import { MACHINE_CHECKS } from './machine.js';
import { NETWORK_CHECKS } from './network.js';
import { SETTINGS_CHECKS } from './settings.js';

/** In the order in which one has to get them right. */
const CHECKS: readonly Check[] = [...MACHINE_CHECKS, ...SETTINGS_CHECKS, ...KNOWLEDGE_CHECKS, ...APP_CHECKS, ...NETWORK_CHECKS];
const SIGNS: Readonly<Record<Finding['state'], string>> = { good: '✓', warning: '!', failed: '✗', skipped: '–' };
const WIDTH = Math.max(...CHECKS.map(({ name }) => name.length));

/** A line for each check, what to do on a second one, and a summary. `failures` counts the checks that failed. */
export function report(facts: Facts): { lines: string[]; failures: number } {
  const findings = CHECKS.map(({ name, find }) => ({ name, ...find(facts) }));
  const failures = findings.filter(({ state }) => state === 'failed').length;
  const lines = findings.flatMap(({ name, state, result, todo }) => [
    `${SIGNS[state]} ${name.padEnd(WIDTH)}  ${result}`,
    ...(todo === undefined ? [] : [`    ${todo}`]),
  ]);
  return { lines: [...lines, '', summary(failures, findings)], failures };
}

function summary(failures: number, findings: readonly Finding[]): string {
  if (failures > 0) return `${failures} ${failures === 1 ? 'check' : 'checks'} failed. What the errors mean: README.md, "Teams'e kurulum".`;
  const left = findings.filter(({ state }) => state === 'skipped').length;
  return left > 0 ? `Nothing failed; ${left} ${left === 1 ? 'check was' : 'checks were'} skipped.` : 'Everything is in order.';
}

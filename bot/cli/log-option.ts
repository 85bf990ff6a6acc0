import { existsSync } from 'node:fs';
import { missingLog, NO_LOG } from '../review/period.js';
import { loadEnvFile } from '../settings.js';

/** The options of every command that reads the question log. */
export const LOG_OPTIONS = { log: { type: 'string' }, days: { type: 'string', default: '30' } } as const;

export const LOG_USAGE = `  --log PATH       the question log: its folder, or one file of it; by default the folder that QUESTION_LOG names
  --days N         the last N days, today among them; 30 by default`;

/** Longer than anybody keeps a log. */
const MAX_DAYS = 3660;

/** A whole number from 1 on. Throws an Error that names the option. */
export function countOption(name: string, value: string, most = Number.MAX_SAFE_INTEGER): number {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > most) throw new Error(`--${name}: "${value}" is no whole number from 1 to ${most}`);
  return count;
}

export function daysOption(value: string): number {
  return countOption('days', value, MAX_DAYS);
}

/** Where the log is: as named, or as the environment or `.env` names it. Throws an Error that says in Turkish what to do where there is none. */
export function logPath(named: string | undefined): string {
  loadEnvFile();
  const path = named ?? process.env.QUESTION_LOG?.trim();
  if (!path) throw new Error(NO_LOG);
  // Told before the bot is loaded, which may take a while.
  if (!existsSync(path)) throw new Error(missingLog(path));
  return path;
}

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=tr',
];

/**
 * A Chromium that speaks Turkish: the one named in CHROMIUM_PATH, the system's, or the one inside @sparticuz/chromium.
 * Null, with a loud note, where none starts; under CI that is an error.
 */
export async function launchBrowser(): Promise<Browser | null> {
  const failures: string[] = [];
  for (const candidate of [fromEnvironment, fromSystem, fromPackage]) {
    try {
      const found = await candidate();
      if (found) return await chromium.launch({ ...found, env: { ...process.env, LANGUAGE: 'tr' } });
    } catch (error) {
      failures.push(String(error).split('\n')[0] ?? '');
    }
  }
  const note = `No Chromium could be started. Set CHROMIUM_PATH, or install the Debian package chromium.\n${failures.join('\n')}`;
  if (process.env.CI) throw new Error(note);
  console.warn(`BROWSER TESTS ARE SKIPPED. ${note}`);
  return null;
}

interface Candidate {
  readonly executablePath: string;
  readonly args: string[];
}

async function fromEnvironment(): Promise<Candidate | null> {
  const path = process.env.CHROMIUM_PATH;
  return path ? { executablePath: path, args: FLAGS } : null;
}

async function fromSystem(): Promise<Candidate | null> {
  const path = '/usr/bin/chromium';
  return existsSync(path) ? { executablePath: path, args: FLAGS } : null;
}

async function fromPackage(): Promise<Candidate | null> {
  const { default: packaged } = await import('@sparticuz/chromium');
  // Its own list is meant for functions in a cloud; with a single process the browser ends with its first context.
  const args = packaged.args.filter((flag) => !flag.startsWith('--headless') && flag !== '--single-process' && flag !== '--no-zygote');
  return { executablePath: await packaged.executablePath(), args: [...new Set([...args, ...FLAGS])] };
}

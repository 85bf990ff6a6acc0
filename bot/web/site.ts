import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Knowledge } from '../../knowledge/load.js';
import { foldersOf } from '../folders.js';
import { type Assets, serveAssets } from './assets.js';
import { OWN_ACCENT, paletteCss } from './brand/palette.js';
import { publicOrigin } from './http/origin.js';
import type { SharePhrases, WebPhrases, WidgetPhrases } from './phrases.js';

/** What the operator may set for the web; empty means none. */
export interface WebSettings {
  /** Public host name, without `https://`. */
  readonly domain?: string | undefined;
  /** Sites whose pages may carry the widget, and those whose pages may call `/api/chat`. */
  readonly embedHosts?: readonly string[];
  readonly apiHosts?: readonly string[];
  /** Opens a chat with the bot in Teams. */
  readonly teamsLink?: string | null;
  /** For so many days questions are kept, scrubbed; null where nothing is. */
  readonly keptDays?: number | null;
  /** Where the knowledge base stands, if it is another one. */
  readonly knowledgeDir?: string | undefined;
}

/** What all pages share. */
export interface Site {
  readonly knowledge: Knowledge;
  readonly phrases: WebPhrases;
  readonly share: SharePhrases;
  readonly widget: WidgetPhrases;
  readonly assets: Assets;
  /** `#rrggbb`, as the university set it. */
  readonly accent: string;
  readonly embedHosts: readonly string[];
  readonly teamsLink: string | null;
  readonly keptDays: number | null;
  /** The address the world knows the bot by, such as `https://staj.ornek.edu.tr`. */
  readonly origin: (request: FastifyRequest) => string;
}

/** Puts the site together and serves its files. Throws if a file is missing. */
export async function createSite(server: FastifyInstance, knowledge: Knowledge, settings: WebSettings): Promise<Site> {
  const { domain, embedHosts = [], teamsLink = null, keptDays = null, knowledgeDir } = settings;
  const { phrases, university } = knowledge;
  const accent = university?.accent ?? OWN_ACCENT;
  const logo = university?.logo ? join(foldersOf(knowledgeDir).knowledge, university.logo) : null;
  return {
    knowledge,
    phrases: phrases.web as WebPhrases,
    share: phrases.share as SharePhrases,
    widget: phrases.widget as WidgetPhrases,
    assets: await serveAssets(server, paletteCss(accent), logo),
    accent,
    embedHosts,
    teamsLink,
    keptDays,
    origin: (request) => publicOrigin(domain, request),
  };
}

import type { Knowledge } from '../knowledge/load.js';
import { createMatcher } from '../knowledge/matcher/matcher.js';
import type { Prediction } from '../knowledge/matcher/training.js';
import { createSearch, type Search } from '../knowledge/search.js';
import { compileLexicon } from '../rules/reading/lexicon.js';
import { readerFor } from '../rules/reading/reader.js';
import { type Compiled, fingerprint, readCompiled, readPredictions } from './compiled.js';
import type { Deps } from './conversation/deps.js';
import type { Memory } from './conversation/memory.js';
import type { Message } from './conversation/message.js';
import type { Reply } from './conversation/reply.js';
import { respond, welcome } from './conversation/respond.js';
import type { Turn } from './conversation/turn.js';
import { foldersOf } from './folders.js';

/** What every door (web, Teams, terminal) holds. */
export interface Bot {
  readonly respond: (message: Message, memory: Memory) => Turn;
  readonly welcome: () => Reply;
  readonly knowledge: Knowledge;
  /** The official questions that fit what is being typed. */
  readonly search: Search;
  /** The parts a turn is made of, for `ask --why` and the evaluation. */
  readonly deps: Deps;
  /** How the matcher does on its own knowledge base, cross-validated; read or made when asked for. */
  readonly predictions: () => Promise<readonly Prediction[]>;
}

/**
 * Loads the bot: what `npm run build` stored where that still fits the YAML files, else from the files themselves.
 * Throws KnowledgeError, whose message shows every mistake with its place.
 */
export async function loadBot(options: { knowledgeDir?: string | undefined } = {}): Promise<Bot> {
  const folders = foldersOf(options.knowledgeDir);
  const key = fingerprint([folders.knowledge, folders.rules]);
  const stored = readCompiled(key);
  const { compiled, predictions } = stored ? { compiled: stored, predictions: null } : (await import('./compile.js')).compile(folders);
  const { knowledge } = compiled;
  const deps = depsOf(compiled);
  return {
    respond: (message, memory) => respond(message, memory, deps),
    welcome: () => welcome(deps),
    knowledge,
    search: createSearch(knowledge.entries, deps.matcher),
    deps,
    predictions: async () => predictions ?? readPredictions(key) ?? (await import('./compile.js')).compile(folders).predictions,
  };
}

/** The parts a turn is made of, from what was compiled. */
export function depsOf({ knowledge, rules, lexicon, statements, trained }: Compiled): Deps {
  return { knowledge, rules, matcher: createMatcher(trained), read: readerFor(rules, compileLexicon(lexicon), statements) };
}

import { existsSync } from 'node:fs';
import { join, relative } from 'node:path';
import { yamlFiles } from './files.js';
import { logoProblems } from './logo.js';
import { isError, KnowledgeError, type Problem } from './problem.js';
import {
  type Entry,
  entrySchema,
  type Families,
  familiesSchema,
  type ParsedEntry,
  type ParsedRefusal,
  type Phrases,
  type Programme,
  phrasesSchema,
  programmeSchema,
  type Refusal,
  refusalSchema,
  type Smalltalk,
  smalltalkSchema,
  type University,
  universitySchema,
  vocabularySchema,
} from './schema.js';
import { readYaml, type YamlFile } from './yaml-file.js';

/** All that the bot knows, as plain data. */
export interface Knowledge {
  /** In the order of the official document where items are numbered, else by file name. */
  readonly entries: readonly Entry[];
  readonly refusals: readonly Refusal[];
  /** How a refusal of each family (folder) begins. */
  readonly families: Families;
  readonly smalltalk: readonly Smalltalk[];
  /** Concept → forms. */
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  readonly phrases: Phrases;
  readonly programme: Programme | null;
  readonly university: University | null;
}

/** The files that knowledge came from, for those who have to say where something stands. Entries and refusals in the order of the knowledge. */
export interface KnowledgeFiles {
  readonly entries: readonly YamlFile<ParsedEntry>[];
  readonly refusals: readonly YamlFile<ParsedRefusal>[];
  readonly families: YamlFile<Families> | null;
  readonly smalltalk: YamlFile<readonly Smalltalk[]> | null;
  readonly phrases: YamlFile<Phrases> | null;
  readonly university: YamlFile<University> | null;
}

/** Phrases the code needs: section → keys. */
export type RequiredPhrases = Readonly<Record<string, readonly string[]>>;

export interface LoadOptions {
  /** Where phrases come from when the knowledge base has none of its own. */
  readonly phrasesFrom?: string;
  readonly requiredPhrases?: RequiredPhrases;
  /** Paths are shown relative to this folder. */
  readonly shownFrom?: string;
}

/**
 * Loads a knowledge base: `faq/*.yaml` must be there, everything else may be absent.
 * @returns the knowledge and all problems; where one of them is an error the knowledge must not be used
 */
export function inspectKnowledge(
  directory: string,
  options: LoadOptions = {},
): { knowledge: Knowledge; files: KnowledgeFiles; problems: Problem[] } {
  const problems: Problem[] = [];
  const shown = (path: string): string => relative(options.shownFrom ?? process.cwd(), path) || path;
  const optional = <T>(name: string, schema: Parameters<typeof readYaml<T>>[2], from = directory): YamlFile<T> | null => {
    const path = join(from, name);
    return existsSync(path) ? readYaml(path, shown(path), schema, problems) : null;
  };

  const paths = yamlFiles(join(directory, 'faq'));
  if (paths.length === 0)
    problems.push({ severity: 'error', file: shown(join(directory, 'faq')), line: 0, column: 0, source: '', message: NO_ENTRIES });
  const entryFiles = paths
    .flatMap((path) => readYaml<ParsedEntry>(path, shown(path), entrySchema, problems) ?? [])
    .sort((a, b) => (a.data.source?.item ?? 0) - (b.data.source?.item ?? 0));
  const refusalFiles = yamlFiles(join(directory, 'refusals')).flatMap((path) => {
    const file = readYaml(path, shown(path), refusalSchema, problems);
    return file ? { ...file, family: relative(join(directory, 'refusals'), path).split(/[/\\]/).slice(0, -1).join('/') } : [];
  });
  const families = optional('families.yaml', familiesSchema);
  const smalltalk = optional('smalltalk.yaml', smalltalkSchema);
  const vocabulary = optional('vocabulary.yaml', vocabularySchema);
  const programme = optional('programme.yaml', programmeSchema);
  const university = optional('university.yaml', universitySchema);
  const ownPhrases = existsSync(join(directory, 'phrases.yaml'));
  const phrases = optional('phrases.yaml', phrasesSchema, ownPhrases ? directory : (options.phrasesFrom ?? directory));

  // A file that cannot be read would make every link to it look wrong.
  if (entryFiles.length === paths.length) problems.push(...linkProblems(entryFiles, programme));
  problems.push(...idProblems([...entryFiles, ...refusalFiles], smalltalk));
  if (families) problems.push(...familyProblems(refusalFiles, families));
  if (university) problems.push(...logoProblems(university, directory));
  if (phrases) problems.push(...phraseProblems(phrases, options.requiredPhrases ?? {}));

  const knowledge: Knowledge = {
    entries: entryFiles.map(({ data }) => ({ ...data, label: data.label ?? data.question })),
    refusals: refusalFiles.map(({ data, family }) => ({ ...data, family })),
    families: families?.data ?? {},
    smalltalk: smalltalk?.data ?? [],
    concepts: vocabulary?.data.concepts ?? {},
    phrases: phrases?.data ?? {},
    programme: programme?.data ?? null,
    university: university?.data ?? null,
  };
  return { knowledge, files: { entries: entryFiles, refusals: refusalFiles, families, smalltalk, phrases, university }, problems };
}

/** As `inspectKnowledge`, for those who want to use it. Throws KnowledgeError with every error at once. */
export function loadKnowledge(directory: string, options: LoadOptions = {}): Knowledge {
  const { knowledge, problems } = inspectKnowledge(directory, options);
  const errors = problems.filter(isError);
  if (errors.length > 0) throw new KnowledgeError(errors);
  return knowledge;
}

const NO_ENTRIES = 'burada hiç soru dosyası (faq/*.yaml) bulunamadı';

function linkProblems(
  entries: readonly YamlFile<Pick<Entry, 'id' | 'related' | 'answer' | 'support'>>[],
  programme: YamlFile<Programme> | null,
): Problem[] {
  const problems: Problem[] = [];
  const answers = new Map(entries.map(({ data }) => [data.id, data.answer.join(' ')]));
  const hint = nearestHint([...answers.keys()]);
  const quoteHint = { hint: 'sözleri yanıttan aynen kopyalayın' };
  for (const file of entries) {
    file.data.support.forEach((quote, at) => {
      if (!file.data.answer.join(' ').includes(quote))
        problems.push(file.problemAt(['support', at], 'bu sözler yanıtta geçmiyor', quoteHint));
    });
    file.data.related.forEach((id, at) => {
      if (!answers.has(id)) problems.push(file.problemAt(['related', at], `böyle bir soru yok: "${id}"`, hint(id)));
    });
  }
  programme?.data.parameters.forEach(({ entry, quote }, at) => {
    const answer = answers.get(entry);
    if (answer === undefined)
      problems.push(programme.problemAt(['parameters', at, 'entry'], `böyle bir soru yok: "${entry}"`, hint(entry)));
    else if (!answer.includes(quote))
      problems.push(programme.problemAt(['parameters', at, 'quote'], `bu sözler "${entry}" yanıtında geçmiyor`, quoteHint));
  });
  return problems;
}

/** Questions, refusals and small talk share one set of ids. */
function idProblems(files: readonly YamlFile<{ readonly id: string }>[], smalltalk: YamlFile<readonly Smalltalk[]> | null): Problem[] {
  const owners = new Map<string, string>();
  const claim = (id: string, path: string, problem: (message: string) => Problem): Problem[] => {
    const owner = owners.get(id);
    owners.set(id, owner ?? path);
    return owner === undefined ? [] : [problem(`bu kimlik daha önce kullanılmış: "${id}" (${owner})`)];
  };
  return [
    ...files.flatMap((file) => claim(file.data.id, file.path, (message) => file.problemAt(['id'], message))),
    ...(smalltalk?.data ?? []).flatMap(({ id }, at) =>
      claim(id, smalltalk?.path ?? '', (message) => (smalltalk as YamlFile<unknown>).problemAt([at, 'id'], message)),
    ),
  ];
}

function familyProblems(refusals: readonly (YamlFile<ParsedRefusal> & { family: string })[], families: YamlFile<Families>): Problem[] {
  return refusals
    .filter(({ family }) => !(family in families.data))
    .map((file) =>
      file.problemAt([], `"${file.family}" klasörü families.yaml dosyasında yok`, {
        hint: `dosyayı şu klasörlerden birine taşıyın: ${Object.keys(families.data).join(', ')}`,
      }),
    );
}

function phraseProblems(phrases: YamlFile<Phrases>, required: RequiredPhrases): Problem[] {
  return Object.entries(required).flatMap(([section, keys]) =>
    keys
      .filter((key) => phrases.data[section]?.[key] === undefined)
      .map((key) =>
        phrases.problemAt([section], `eksik tümce: "${section}.${key}"`, { hint: `"${section}" altına "${key}: …" satırını ekleyin` }),
      ),
  );
}

/** Suggests the known id that shares the longest beginning with what was written. */
function nearestHint(ids: readonly string[]): (written: string) => { hint: string } {
  const shared = (a: string, b: string): number => {
    let n = 0;
    while (n < a.length && a[n] === b[n]) n++;
    return n;
  };
  return (written) => {
    const best = ids.toSorted((a, b) => shared(b, written) - shared(a, written))[0];
    return { hint: best && shared(best, written) > 1 ? `"${best}" mı demek istediniz?` : `bilinenler: ${ids.join(', ')}` };
  };
}

import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { yamlFiles } from '../../knowledge/files.js';
import type { Knowledge } from '../../knowledge/load.js';
import { labelledTexts } from '../../knowledge/matcher/examples.js';
import { copyCandidates, isNearCopy, type Profile, profileOf } from '../../knowledge/text/near-copy.js';
import { words } from '../../knowledge/text/words.js';
import type { Scrub } from '../log/line.js';
import { MARKS } from '../log/scrub.js';
import { isRecord } from '../record.js';

/** Why a text must not be put into the knowledge base, in Turkish, or null where it may. */
export type Withhold = (text: string) => string | null;

/** Longer texts are stories: somebody should put them into a sentence; characters. */
const MAX_LENGTH = 300;
/** So many digits in a row are no date, hour or sum. */
const MANY_DIGITS = /\d{5,}/;
const MARK = new RegExp(
  Object.values(MARKS)
    .map((mark) => mark.replace(/[[\]]/g, '\\$&'))
    .join('|'),
);
/** Cannot be typed, or is no character at all. */
const STRANGE = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u;

/**
 * Judges texts by themselves and beside what is there already.
 * @param measured the labelled messages of the evaluation, which the bot must not learn
 */
export function withholding(knowledge: Knowledge, measured: readonly string[], scrub: Scrub): Withhold {
  const known = copies(labelledTexts(knowledge).texts.map(({ text }) => text));
  const unseen = copies(measured);
  return (text) => {
    if (MARK.test(text) || MANY_DIGITS.test(text) || scrub(text) !== text) return 'kişisel bilgi içeriyor olabilir';
    if (STRANGE.test(text) || words(text).length === 0) return 'içinde soru olacak söz yok';
    if (text.length > MAX_LENGTH) return `${MAX_LENGTH} karakterden uzun; kısaltarak elle ekleyin`;
    const profile = profileOf(text);
    const copied = known(profile);
    if (copied !== null) return `neredeyse aynısı bilgi tabanında var: "${copied}"`;
    return unseen(profile) === null ? null : 'botu ölçen iletilerden birine çok benziyor; bot onları görmemeli';
  };
}

/** Finds the text that another one copies. */
function copies(texts: readonly string[]): (profile: Profile) => string | null {
  const profiles = texts.map(profileOf);
  const candidates = copyCandidates(profiles);
  return (profile) => {
    const found = candidates(profile).find((n) => isNearCopy(profiles[n] as Profile, profile));
    return found === undefined ? null : (texts[found] as string);
  };
}

/** The texts of the labelled messages of a folder; none where there is no such folder. */
export function measuredTexts(folder: string): string[] {
  return yamlFiles(folder).flatMap((path) => {
    const items: unknown = parse(readFileSync(path, 'utf8'));
    return Array.isArray(items) ? items.flatMap((item) => (isRecord(item) && typeof item.text === 'string' ? [item.text] : [])) : [];
  });
}

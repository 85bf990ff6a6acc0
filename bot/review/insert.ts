import { isMap, isNode, isScalar, isSeq, type Pair, parseDocument, type YAMLSeq } from 'yaml';
import { isRecord } from '../record.js';

/**
 * Adds texts to the end of a list of a YAML file, and changes nothing else: comments, order, quotes and line ends stay as they are.
 * A list that is not there yet is written at the end of the file.
 * Throws an Error where the file is no YAML map, or would not hold the texts afterwards.
 */
export function insertTexts(yaml: string, list: string, texts: readonly string[]): string {
  if (texts.length === 0) return yaml;
  const document = parseDocument(yaml);
  if (document.errors.length > 0 || !isMap(document.contents)) throw new Error(`"${list}" listesi eklenemedi: dosya okunamıyor`);
  const pair = document.contents.items.find(({ key }) => isScalar(key) && key.value === list);
  const changed = withTexts(yaml, list, pair, texts);
  const before = textsIn(yaml, list);
  const after = textsIn(changed, list);
  if (JSON.stringify(after) !== JSON.stringify([...before, ...texts])) throw new Error(`"${list}" listesi eklenemedi: biçimi tanınmıyor`);
  return changed;
}

function withTexts(yaml: string, list: string, pair: Pair | undefined, texts: readonly string[]): string {
  const value = pair?.value;
  const quoted = texts.map((text) => JSON.stringify(text));
  if (isSeq(value) && value.flow) return intoFlow(yaml, value, quoted);
  if (isSeq(value) && value.items.length > 0) {
    const [first, last] = [value.items[0], value.items.at(-1)];
    const dash = lineStart(yaml, startOf(first));
    const indent = /^[ \t]*/.exec(yaml.slice(dash))?.[0] ?? '';
    return atLineAfter(
      yaml,
      endOf(last),
      quoted.map((text) => `${indent}- ${text}`),
    );
  }
  const lines = quoted.map((text) => `  - ${text}`);
  if (pair === undefined) return atLineAfter(yaml, yaml.length, [`${list}:`, ...lines]);
  // "variants:" with nothing behind it.
  return atLineAfter(yaml, endOf(pair.key), lines);
}

function intoFlow(yaml: string, value: YAMLSeq, quoted: readonly string[]): string {
  const last = value.items.at(-1);
  const at = last === undefined ? startOf(value) + 1 : endOf(last);
  return `${yaml.slice(0, at)}${last === undefined ? '' : ', '}${quoted.join(', ')}${yaml.slice(at)}`;
}

/** Puts lines below the line in which the character before `offset` stands. */
function atLineAfter(yaml: string, offset: number, lines: readonly string[]): string {
  const end = yaml.includes('\r\n') ? '\r\n' : '\n';
  // A block of text ends behind its line break.
  const next = yaml[offset - 1] === '\n' ? offset : yaml.indexOf('\n', offset) + 1;
  const at = next === 0 ? yaml.length : next;
  const before = yaml.slice(0, at);
  return `${before}${before === '' || before.endsWith('\n') ? '' : end}${lines.map((line) => line + end).join('')}${yaml.slice(at)}`;
}

function lineStart(yaml: string, offset: number): number {
  return yaml.lastIndexOf('\n', offset - 1) + 1;
}

function startOf(node: unknown): number {
  return (isNode(node) && node.range?.[0]) || 0;
}

function endOf(node: unknown): number {
  return (isNode(node) && node.range?.[1]) || 0;
}

function textsIn(yaml: string, list: string): unknown[] {
  const content: unknown = parseDocument(yaml).toJS();
  const texts = isRecord(content) ? content[list] : undefined;
  return Array.isArray(texts) ? texts : [];
}

import type { Entry } from '../../knowledge/schema.js';
import { chooseStarters } from '../../manifest/starters.js';

const entry = (id: string, audience: Entry['audience'], label = id, variants: string[] = []): Entry => ({
  id,
  label,
  audience,
  variants,
  question: `${id}?`,
  answer: ['.'],
  support: [],
  related: [],
});
const chosen = (entries: readonly Entry[], count: number) =>
  chooseStarters(entries, count).map(({ entry: { id }, audience }) => `${id} for ${audience}`);

describe('the questions that Teams offers', () => {
  test('are for each audience in turn, and none comes twice', () => {
    const entries = [
      entry('a', ['student', 'faculty']),
      entry('b', ['student']),
      entry('c', ['career']),
      entry('d', ['faculty']),
      entry('e', ['student', 'career']),
    ];
    expect(chosen(entries, 4)).toEqual(['b for student', 'd for faculty', 'c for career', 'a for student']);
    expect(chosen(entries, 9)).toEqual(['b for student', 'd for faculty', 'c for career', 'a for student', 'e for career']);
  });

  test('are first those for one audience alone, then those that name it first', () => {
    const entries = [entry('a', ['faculty', 'career']), entry('b', ['career', 'faculty']), entry('c', ['career'])];
    expect(chosen(entries, 2)).toEqual(['a for faculty', 'c for career']);
    expect(chosen(entries, 3)).toEqual(['a for faculty', 'c for career', 'b for faculty']);
  });

  test('need no audience', () => {
    expect(chosen([entry('a', []), entry('b', [])], 9)).toEqual(['a for null', 'b for null']);
  });

  test('are put by the label, or by the first variant where that is too long, or left out', () => {
    const long = 'x'.repeat(129);
    const starters = chooseStarters([entry('a', []), entry('b', [], long, [long, 'kısa']), entry('c', [], long, [long])], 9);
    expect(starters.map(({ title }) => title)).toEqual(['a', 'kısa']);
  });

  test('are none where there is no room or nothing to ask', () => {
    expect(chosen([entry('a', ['student'])], 0)).toEqual([]);
    expect(chosen([], 9)).toEqual([]);
  });
});

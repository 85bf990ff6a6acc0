import { KNOWLEDGE_CHECKS } from '../../../bot/doctor/knowledge.js';
import type { Problem } from '../../../knowledge/problem.js';
import { facts, find } from './good-facts.js';

describe('the knowledge base', () => {
  const withProblems = (...problems: Problem[]) => {
    const { inspected } = facts();
    return find(KNOWLEDGE_CHECKS, 'knowledge and rules', facts({ inspected: { ...inspected, problems } }));
  };
  const mistake: Problem = { severity: 'error', file: 'faq/a.yaml', line: 7, column: 1, source: 'x', message: 'yanlış' };

  test('is counted where it is sound; advice does no harm', () => {
    expect(withProblems()).toMatchObject({ state: 'good', result: expect.stringContaining('12 questions') });
    expect(withProblems({ ...mistake, severity: 'warning' })).toMatchObject({ state: 'good' });
  });

  test('fails with the place of the first mistake', () => {
    expect(withProblems(mistake)).toMatchObject({ state: 'failed', result: '1 mistake, the first in faq/a.yaml:7' });
    expect(withProblems({ ...mistake, line: 0 }, mistake)).toEqual({
      state: 'failed',
      result: '2 mistakes, the first in faq/a.yaml',
      todo: 'npm run check shows them all.',
    });
  });
});

/**
 * Runs tasks of one key one after another and tasks of different keys side by side.
 * Teams may deliver two events of a conversation at once; both would read the same state and the second write would win or fail.
 */
export function createQueue(): <Result>(key: string, task: () => Promise<Result>) => Promise<Result> {
  const last = new Map<string, Promise<unknown>>();
  return (key, task) => {
    const previous = last.get(key) ?? Promise.resolve();
    const current = previous.then(task, task);
    last.set(key, current);
    const tidy = (): void => {
      if (last.get(key) === current) last.delete(key);
    };
    current.then(tidy, tidy);
    return current;
  };
}

/**
 * What the work comes to, or what `late` gives (or throws) after `patience` milliseconds. The work itself is not stopped.
 */
export function inTime<Result>(work: Promise<Result>, patience: number, late: () => Result): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const timeUp = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  return Promise.race([work, timeUp.then(late)]).finally(() => clearTimeout(timer));
}

/** Gives what runs one piece of work after the other, in the order in which they come. */
export function oneAtATime(): (work: () => Promise<void>) => Promise<void> {
  let last = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    last = mine.catch(() => undefined); // whoever asked hears of it; the next one runs all the same
    return mine;
  };
}

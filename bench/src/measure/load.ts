/** Does each piece of work once, `concurrency` at a time, and says how long each took, in milliseconds. */
export async function timeEach<Work>(
  pieces: readonly Work[],
  concurrency: number,
  run: (piece: Work) => Promise<void>,
): Promise<readonly number[]> {
  const times: number[] = [];
  // One iterator for all clients: each takes the next piece as soon as it is done with its last.
  const queue = pieces.values();
  const client = async () => {
    for (const piece of queue) {
      const from = performance.now();
      await run(piece);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, client));
  return times;
}

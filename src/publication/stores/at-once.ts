/** Does something with each of many things, some at once. After a failure no more are begun, and it is thrown. */
export async function atOnce<Thing>(
  things: readonly Thing[],
  most: number,
  act: (thing: Thing) => Promise<void>,
): Promise<void> {
  const due = things[Symbol.iterator]();
  const failures: unknown[] = [];
  const goOn = async () => {
    // Each worker takes the next one.
    for (let next = due.next(); !next.done && failures.length === 0; next = due.next())
      await act(next.value).catch((error: unknown) => failures.push(error));
  };
  await Promise.all(Array.from({ length: Math.min(most, things.length) }, goOn));
  if (failures.length > 0) throw failures[0];
}

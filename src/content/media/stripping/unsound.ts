/** Thrown where a file is not built as its format says, so that nobody could say what is left in it. */
export class UnsoundFile extends Error {
  override name = 'UnsoundFile';
}

/** @throws UnsoundFile if something that must hold does not */
export function mustHold(holds: boolean, what: string): asserts holds {
  if (!holds) throw new UnsoundFile(what);
}

import { shownWords } from '../../domain/problem.ts';
import { Refusal } from '../../errors/refusal.mjs';

/** @throws Refusal where a position is none in any entry */
export function refusePosition(said: string | undefined): void {
  if (said === undefined || /^(?:head|end|[1-9]\d{0,5}|p-[a-z2-7]{8}(?:-\d{1,6})?)$/.test(said))
    return;
  throw new Refusal(
    `--position ${shownWords(said)}: there is no such paragraph. Write head, end, the number of the paragraph that it follows, or its id, which stands in its permalink.`,
  );
}

/** Where a medium stands, as an entry says it; undefined at the end. @param ids of the paragraphs of the entry */
export function positionIn(said: string | undefined, ids: readonly string[]): string | undefined {
  if (said === undefined || said === 'end') return undefined;
  if (said === 'head' || ids.includes(said)) return said;
  const id = /^\d{1,6}$/.test(said) ? ids[Number(said) - 1] : undefined;
  if (id) return id;
  const many = ids.length > 1 ? `or a number from 1 to ${ids.length}` : 'or 1';
  throw new Refusal(
    ids.length === 0
      ? `--position ${shownWords(said)}: there is no such paragraph, since the entry has no text. Write head or end.`
      : `--position ${shownWords(said)}: there is no such paragraph. The text has ${ids.length === 1 ? 'one' : ids.length}. Write head, end, ${many}; the paragraph’s id stands in its permalink, as ${ids[0]}.`,
  );
}

import type { Problem } from '../../domain/problem.ts';
import { holdsName, type Withholding, withheldText } from '../../domain/withholding/withholding.ts';

/** The replacement for withheld words if the article gives none that can be shown. */
const UNSAID = 'withheld';

/** What an article withholds as its frontmatter has it, sound or not. */
export function namesInYaml(value: unknown): Withholding[] {
  const { withheld } = (value ?? {}) as { withheld?: unknown };
  const all = Array.isArray(withheld) ? withheld : [];
  const named = all.flatMap((one) => {
    const { name, as } = (one ?? {}) as { name?: unknown; as?: unknown };
    const isName = typeof name === 'string' && /[\p{L}\p{N}]/u.test(name);
    const shown = typeof as === 'string' ? as : UNSAID;
    return isName ? [{ name, as: shown, reason: '', date: '', except: [] }] : [];
  });
  const isSaid = (as: string) => !named.some((one) => holdsName(as, one));
  return named.map((one) => ({ ...one, as: isSaid(one.as) ? one.as : UNSAID }));
}

/** Problems with their withheld words replaced, because the log of a build may be public. */
export function masked(problems: readonly Problem[], withheld: readonly Withholding[]): Problem[] {
  if (withheld.length === 0) return [...problems];
  return problems.map((problem) => {
    const words = withheldText(problem.words, withheld);
    const given = withheld.find((one) => holdsName(words, one));
    return {
      ...problem,
      words: given ? `[${given.as}]` : words,
      rule: withheldText(problem.rule, withheld),
      fix: withheldText(problem.fix, withheld),
    };
  });
}

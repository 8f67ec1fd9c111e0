import { z } from 'astro/zod';
import type { Fault } from './fault.ts';
import { fieldMeant } from './field-meant.ts';

/** The fault to report where one of a schema's own checks fails: its type, its minimum or its maximum. */
const STATED = z.registry<Fault>();

/** Makes a schema report this fault for every value that it refuses. @returns the same schema */
export function stating<S extends z.ZodType>(schema: S, fault: Fault): S {
  STATED.add(schema, fault);
  return schema;
}

/** The second argument of Zod's `refine`: the fault to report where the refinement fails. */
export const failing = (fault: Fault) => ({ error: fault.rule, params: { fault } });

/** A fault as a Zod issue of a check. @param path from the checked value to the one that has the fault */
export const issueOf = (fault: Fault, input: unknown, path: PropertyKey[] = []) => ({
  code: 'custom' as const,
  message: fault.rule,
  params: { fault },
  input,
  path,
});

/** The fault that we gave an issue; undefined where the issue is Zod's own. @param schema of the value at its path */
export function faultOf(
  issue: z.core.$ZodIssue,
  schema: z.core.$ZodType | undefined,
): Fault | undefined {
  if (issue.code === 'custom' && issue.params) return issue.params['fault'] as Fault;
  return schema && STATED.get(schema);
}

/** The keys and indices that lead to a value. */
export type Path = readonly PropertyKey[];

type Issue = { code?: string | undefined; path?: Path | undefined; keys?: unknown };

/**
 * Tells which parts of a value are sound: neither the part, nor anything in it or around it has a fault.
 *
 * @param issues that were found in the value so far
 * @returns a function that takes the path of a part
 */
export function soundness(issues: readonly Issue[]): (...path: Path) => boolean {
  const faulty = issues.flatMap(({ code, path = [], keys }): Path[] =>
    code === 'unrecognized_keys' ? (keys as string[]).map((key) => [...path, key]) : [path],
  );
  const strange = new Set(
    issues.flatMap(({ code, keys }) => (code === 'unrecognized_keys' ? (keys as Path) : [])),
  );
  const leadsTo = (one: PropertyKey, other: PropertyKey) =>
    // A field whose key is mistyped is faulty, not missing.
    one === other || (strange.has(one) && fieldMeant(String(one), [String(other)]) !== undefined);
  return (...path) =>
    !faulty.some((one) => {
      const length = Math.min(one.length, path.length);
      return path.slice(0, length).every((key, at) => leadsTo(one[at] ?? '', key));
    });
}

/**
 * A check of an object or list that runs even where its parts have faults; Zod would skip it. It is told which parts are
 * sound.
 */
export function whatever<T>(
  check: (payload: z.core.ParsePayload<T>, isSound: ReturnType<typeof soundness>) => void,
): z.core.$ZodCheck<T> {
  const made = z.check<T>((payload) => {
    // A value of the wrong type has no parts to check, for instance a map where a list belongs.
    const isOfKind = !payload.issues.some(
      ({ code, path }) => code === 'invalid_type' && (path ?? []).length === 0,
    );
    if (typeof payload.value === 'object' && payload.value !== null && isOfKind)
      check(payload, soundness(payload.issues));
  });
  made._zod.def.when = () => true;
  return made;
}

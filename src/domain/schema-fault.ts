import { z } from 'astro/zod';
import type { Fault } from './fault.ts';
import { nearestTo } from './nearest.ts';

/** What to say of a schema whose own checks fail, whichever of them: its kind, its least, its most. */
const STATED = z.registry<Fault>();

/** A schema that says of everything that is no value of it that it has this fault. */
export function stating<S extends z.ZodType>(schema: S, fault: Fault): S {
  STATED.add(schema, fault);
  return schema;
}

/** What a refinement says where it fails. */
export const failing = (fault: Fault) => ({ error: fault.rule, params: { fault } });

/** An issue of a check: a fault of a value. @param path to the value that has it, from the one that is checked */
export const issueOf = (fault: Fault, input: unknown, path: PropertyKey[] = []) => ({
  code: 'custom' as const,
  message: fault.rule,
  params: { fault },
  input,
  path,
});

/** The fault that an issue is of; nothing where it is one of Zod's own. @param schema of the value at its path */
export function faultOf(
  issue: z.core.$ZodIssue,
  schema: z.core.$ZodType | undefined,
): Fault | undefined {
  if (issue.code === 'custom' && issue.params) return issue.params['fault'] as Fault;
  return schema && STATED.get(schema);
}

/** A way to a value: the keys and indices that lead to it. */
export type Path = readonly PropertyKey[];

type Issue = { code?: string | undefined; path?: Path | undefined; keys?: unknown };

/**
 * Whether something of a value is sound: no fault is in it, or in what it is a part of.
 *
 * @param issues that are known of the value
 */
export function soundness(issues: readonly Issue[]): (...path: Path) => boolean {
  const faulty = issues.flatMap(({ code, path = [], keys }): Path[] =>
    code === 'unrecognized_keys' ? (keys as string[]).map((key) => [...path, key]) : [path],
  );
  const strange = new Set(
    issues.flatMap(({ code, keys }) => (code === 'unrecognized_keys' ? (keys as Path) : [])),
  );
  const leadsTo = (one: PropertyKey, other: PropertyKey) =>
    // A mistyped field is not missing.
    one === other || (strange.has(one) && nearestTo(String(one), [String(other)]) !== undefined);
  return (...path) =>
    !faulty.some((one) => {
      const length = Math.min(one.length, path.length);
      return path.slice(0, length).every((key, at) => leadsTo(one[at] ?? '', key));
    });
}

/** A check of a whole that is made whatever is wrong with its parts: it asks first which of them are sound. */
export function whatever<T>(
  check: (payload: z.core.ParsePayload<T>, isSound: ReturnType<typeof soundness>) => void,
): z.core.$ZodCheck<T> {
  const made = z.check<T>((payload) => {
    // A value of another kind has no parts to look at: a map where a list belongs.
    const isOfKind = !payload.issues.some(
      ({ code, path }) => code === 'invalid_type' && (path ?? []).length === 0,
    );
    if (typeof payload.value === 'object' && payload.value !== null && isOfKind)
      check(payload, soundness(payload.issues));
  });
  made._zod.def.when = () => true;
  return made;
}

/** What a field of a figure means: its docstring, and its entry in the codebook of the data. */
type Meaning = {
  /** One or two full sentences, with the unit of a number. */
  description: string;
  examples: [string | number];
  /** The standard whose field or values it follows; left out where it is the archive’s own. */
  standard?: string;
};

/** A meaning, with one example. */
export const means = (
  description: string,
  example: string | number,
  standard?: string,
): Meaning => ({
  description,
  examples: [example],
  ...(standard && { standard }),
});

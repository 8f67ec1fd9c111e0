/** What a field of a figure means, in the code and in the codebook of the data. */
type Meaning = {
  /** One or two sentences, with the unit of a number. */
  description: string;
  examples: [string | number];
  /** The standard whose field or values it follows; left out for a field of the archive’s own. */
  standard?: string;
};

/** Makes a meaning with one example. */
export const means = (
  description: string,
  example: string | number,
  standard?: string,
): Meaning => ({
  description,
  examples: [example],
  ...(standard && { standard }),
});

/** What a credit line says where nobody knows whose work it is. */
export const UNKNOWN = 'unknown';

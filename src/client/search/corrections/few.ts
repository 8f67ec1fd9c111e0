/** A word that so few articles have may be misspelt in them, and in the search. */
export const FEW = 5;

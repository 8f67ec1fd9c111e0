/** Who a message went to. */
export interface Recipient {
  addresses: readonly string[];
  names: readonly string[];
  /** What may stand for its reader in addresses, in lower case: numbers by which the message itself can be cancelled. */
  ids: readonly string[];
}

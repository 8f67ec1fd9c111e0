/** True where somebody is there to be asked. */
export const canAsk = () => process.stdin.isTTY && process.stdout.isTTY;

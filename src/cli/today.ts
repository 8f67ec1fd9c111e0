/** The day of whoever types a command, YYYY-MM-DD: what happened today is of this day, whatever day it is in Greenwich. */
export function today(): string {
  const now = new Date();
  const two = (value: number) => `${value}`.padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

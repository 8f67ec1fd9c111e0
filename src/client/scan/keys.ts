/** What a key does on an opened scan: a command, or a move by steps. */
type KeyCommand =
  | 'zoomIn'
  | 'zoomOut'
  | 'whole'
  | 'previous'
  | 'next'
  | 'close'
  | { x: number; y: number };

/** Keys by what is printed on them, since their places differ between keyboards. */
const COMMANDS: ReadonlyMap<string, KeyCommand> = new Map<string, KeyCommand>([
  ['+', 'zoomIn'],
  ['=', 'zoomIn'],
  ['-', 'zoomOut'],
  ['−', 'zoomOut'],
  ['0', 'whole'],
  ['Home', 'whole'],
  ['PageUp', 'previous'],
  ['PageDown', 'next'],
  ['Escape', 'close'],
  ['ArrowLeft', { x: -1, y: 0 }],
  ['ArrowRight', { x: 1, y: 0 }],
  ['ArrowUp', { x: 0, y: -1 }],
  ['ArrowDown', { x: 0, y: 1 }],
]);

/** What a key does on an opened scan; undefined where it does nothing, or belongs to the browser. */
export function keyCommand({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>): KeyCommand | undefined {
  return ctrlKey || metaKey || altKey ? undefined : COMMANDS.get(key);
}

import { isSlashOff, turnSlash } from './slash.ts';

/** Has a button turn the key `/` off and on, and say which it does. */
export function switchSlash(button: HTMLButtonElement): void {
  const show = () => {
    button.textContent = isSlashOff() ? 'Turn it on' : 'Turn it off';
  };
  button.addEventListener('click', () => {
    turnSlash(isSlashOff());
    show();
  });
  show();
}

import { isSpace, type Token } from './token.ts';

/** Offsets of the zones whose names mean one zone. */
const ZONES = new Map<string, string>(
  Object.entries({
    GMT: 'Z',
    UT: 'Z',
    UTC: 'Z',
    Z: 'Z',
    EST: '-05:00',
    EDT: '-04:00',
    CST: '-06:00',
    CDT: '-05:00',
    MST: '-07:00',
    MDT: '-06:00',
    PST: '-08:00',
    PDT: '-07:00',
    WET: 'Z',
    WEST: '+01:00',
    CET: '+01:00',
    CEST: '+02:00',
    EET: '+02:00',
    EEST: '+03:00',
    MSK: '+03:00',
    MEZ: '+01:00',
    MESZ: '+02:00',
    SAST: '+02:00',
    HKT: '+08:00',
    JST: '+09:00',
    KST: '+09:00',
    AEST: '+10:00',
    AEDT: '+11:00',
    NZST: '+12:00',
    NZDT: '+13:00',
  }),
);

/** Words that stand between a day and an hour; any other may say which half of the day is meant. */
const BEFORE = new Set('t at um à a às as las kl klo ore alle o в u om г'.split(' '));
const HALVES = new Map<string, number>(Object.entries({ am: 0, pm: 12 }));

/** The time of a day as a source gives it: `T09:00:00`, and its offset where it has one. */
export interface Clock {
  time: string;
  offset: string | undefined;
  /** Index of the token after it. */
  next: number;
}

function skipped(tokens: readonly Token[], from: number): number {
  let at = from;
  let words = 0;
  for (; at < from + 8; at++) {
    const token = tokens[at];
    if (!token || token.kind === 'number') return at;
    if (token.kind === 'word') {
      if (!BEFORE.has(token.text.toLowerCase()) || ++words > 2) return at;
    } else if (!/^[\s,.\-–—|/·•()]+$/u.test(token.text)) return at;
  }
  return at;
}

/** `am` or `p.m.` after an hour: the hours that it adds, and the token after it. */
function halfAt(tokens: readonly Token[], from: number): { add: number; next: number } | undefined {
  const at = isSpace(tokens[from]) ? from + 1 : from;
  const text = (length: number) =>
    tokens
      .slice(at, at + length)
      .map((token) => token.text)
      .join('')
      .replaceAll('.', '')
      .toLowerCase();
  for (const length of [4, 3, 1]) {
    const add = HALVES.get(text(length));
    if (add !== undefined) return { add, next: at + length };
  }
  return undefined;
}

/** `Z`, `CEST`, `+02:00`, `+0200`, `GMT+2`. */
function zoneAt(
  tokens: readonly Token[],
  from: number,
): { offset: string | undefined; next: number } | undefined {
  let at = from;
  while (isSpace(tokens[at]) || tokens[at]?.text === '(') at++;
  const word = tokens[at];
  const named = word?.kind === 'word' ? ZONES.get(word.text.toUpperCase()) : undefined;
  if (named !== undefined) at++;
  // The name of several zones, such as IST, is none.
  else if (word && /^[A-Z]{2,5}$/.test(word.text)) return { offset: undefined, next: at + 1 };
  else if (word?.kind === 'word') return undefined;
  const sign = named === undefined || named === 'Z' ? tokens[at]?.text : undefined;
  const digits = tokens[at + 1]?.kind === 'number' ? (tokens[at + 1]?.text ?? '') : '';
  if ((sign !== '+' && sign !== '-' && sign !== '−') || ![1, 2, 4].includes(digits.length))
    return named === undefined ? undefined : { offset: named, next: at };
  const isParted = digits.length < 3 && tokens[at + 2]?.text === ':';
  const minutes =
    digits.length === 4 ? digits.slice(2) : isParted ? (tokens[at + 3]?.text ?? '') : '00';
  const hours = digits.length === 4 ? digits.slice(0, 2) : digits.padStart(2, '0');
  return {
    offset: `${sign === '+' ? '+' : '-'}${hours}:${minutes}`,
    next: at + (isParted ? 4 : 2),
  };
}

/** The time that stands after a day. */
export function clockAt(tokens: readonly Token[], from: number): Clock | undefined {
  const start = skipped(tokens, from);
  const [hour, colon, minute] = tokens.slice(start, start + 3);
  if (hour?.kind !== 'number' || hour.text.length > 2) return undefined;
  if (colon?.text !== ':' && colon?.text !== 'h') return undefined;
  if (minute?.kind !== 'number' || minute.text.length !== 2) return undefined;
  let next = start + 3;
  let rest = '';
  for (const [length, sign] of [
    [2, ':'],
    [0, '.'],
  ] as const) {
    const [mark, number] = tokens.slice(next, next + 2);
    const isMark = mark?.text === sign || (length === 0 && rest !== '' && mark?.text === ':');
    if (!isMark || number?.kind !== 'number' || (length > 0 && number.text.length !== length))
      break;
    rest += `${sign}${number.text}`;
    next += 2;
  }
  const half = halfAt(tokens, next);
  const hours = Number(hour.text);
  if (half && (hours < 1 || hours > 12)) return undefined;
  const whole = half ? (hours % 12) + half.add : hours;
  const zone = zoneAt(tokens, half?.next ?? next);
  return {
    time: `T${`${whole}`.padStart(2, '0')}:${minute.text}${rest}`,
    offset: zone?.offset,
    next: zone?.next ?? half?.next ?? next,
  };
}

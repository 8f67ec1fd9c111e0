/** The check sum of a page of an Ogg file, bit by bit: the polynomial of RFC 3533, its own place counting as 0. */
export function oggSum(page: Buffer): number {
  const bytes = Buffer.from(page);
  bytes.fill(0, 22, 26);
  let sum = 0;
  for (const byte of bytes)
    for (let bit = 7; bit >= 0; bit--) {
      const isOdd = (sum >>> 31) ^ ((byte >> bit) & 1);
      sum = ((sum << 1) ^ (isOdd ? 0x04c11db7 : 0)) >>> 0;
    }
  return sum;
}

/** A page of an Ogg file with packets. @param isOpen whether the last packet goes on in the next page */
export function oggPage(
  number: number,
  packets: readonly Buffer[],
  { begins = false, isOpen = false }: { begins?: boolean; isOpen?: boolean },
): Buffer {
  const lengths = packets.flatMap((packet, index) => {
    const whole = Array.from({ length: Math.floor(packet.length / 255) }, () => 255);
    return isOpen && index === packets.length - 1 ? whole : [...whole, packet.length % 255];
  });
  const head = Buffer.alloc(27);
  head.write('OggS', 'latin1');
  head[5] = begins ? 2 : 0;
  head.writeUInt32LE(77, 14);
  head.writeUInt32LE(number, 18);
  head[26] = lengths.length;
  const page = Buffer.concat([head, Buffer.from(lengths), ...packets]);
  page.writeUInt32LE(oggSum(page), 22);
  return page;
}

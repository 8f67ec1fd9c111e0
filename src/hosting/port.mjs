import { once } from 'node:events';
import { createServer } from 'node:net';
import { Refusal } from '../errors/refusal.mjs';

/**
 * The port that PORT asks for: 4321 if it says nothing. 0 lets the system choose a free one.
 * Throws a refusal if it is no port.
 *
 * @param {string | undefined} value
 */
export function readPort(value) {
  if (value === undefined || value === '') return 4321;
  const port = Number(value);
  if (/^\d+$/.test(value) && port <= 65535) return port;
  throw new Refusal(
    `PORT is ‘${value}’, which is not a port: give a whole number up to 65535, for example \`PORT=4322 npm start\`.`,
  );
}

/** Throws a refusal if nothing can listen on `port` of this machine. `program` is the command that would. */
export async function refuseTakenPort(port, program = 'npm start') {
  for (const host of ['127.0.0.1', '::1']) {
    const probe = createServer();
    try {
      probe.listen(port, host);
      await once(probe, 'listening');
    } catch (error) {
      // A machine without IPv6 has no ::1 to be taken.
      if (error.code !== 'EADDRNOTAVAIL' && error.code !== 'EAFNOSUPPORT') {
        throw explainListening(error, port, program);
      }
    } finally {
      probe.close();
    }
  }
}

/** What to tell the reader when listening on `port` failed with `error`. `program` is the command that tried. */
export function explainListening(error, port, program = 'npm start') {
  const another = `\`PORT=${port < 65535 && port >= 1024 ? port + 1 : 4322} ${program}\``;
  if (error.code === 'EADDRINUSE') {
    return new Refusal(
      `Port ${port} is taken by another program: stop that program, or choose another port with ${another}.`,
    );
  }
  if (error.code === 'EACCES') {
    return new Refusal(
      `Port ${port} is not open to you on this machine: choose another with ${another}.`,
    );
  }
  return error;
}

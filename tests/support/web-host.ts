import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { delimiter, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { generate } from 'selfsigned';

/** A web host that runs on this machine with the configuration that the project ships. */
export interface RunningHost {
  http: number;
  https: number;
  stop(): Promise<void>;
}

const FETCHED = resolve('.cache/hosts');
const PACKAGES = { nginx: ['nginx-light', 'nginx', 'nginx-common'], caddy: ['caddy'] };
export type HostName = keyof typeof PACKAGES;

const places = () => [
  ...(process.env['PATH'] ?? '').split(delimiter),
  '/usr/sbin',
  join(FETCHED, 'usr/sbin'),
  join(FETCHED, 'usr/bin'),
];
const programOf = (name: HostName) =>
  places()
    .map((folder) => join(folder, name))
    .find(
      (path) =>
        existsSync(path) && spawnSync(path, [name === 'nginx' ? '-v' : 'version']).status === 0,
    );

/** Fetches a host’s Debian packages and unpacks them: nothing is installed, and no service begins to run. */
function fetchProgram(name: HostName): void {
  mkdirSync(FETCHED, { recursive: true });
  for (const one of PACKAGES[name])
    spawnSync('apt-get', ['-qq', 'download', one], { cwd: FETCHED });
  for (const file of readdirSync(FETCHED).filter((one) => one.endsWith('.deb')))
    spawnSync('dpkg', ['-x', file, '.'], { cwd: FETCHED });
}

/** The program of a host: the one that the machine has, or one that Debian has; nothing where there is neither. */
export function findHost(name: HostName): string | undefined {
  const found = programOf(name);
  if (found) return found;
  fetchProgram(name);
  return programOf(name);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await new Promise((ready) => server.once('listening', ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  return typeof address === 'object' && address ? address.port : 0;
}

/** Replaces the lines that an owner changes; each must be there. */
function changed(text: string, changes: readonly [RegExp, string][]): string {
  return changes.reduce((now, [line, instead]) => {
    if (!line.test(now)) throw new Error(`The configuration has no ${line}.`);
    return now.replace(line, instead);
  }, text);
}

interface Site {
  folder: string;
  /** The folder that is served, or the port of the program that answers with a packed site. */
  root: string | number;
  http: number;
  https: number;
}

/** The configuration that is shipped: of files, or of a packed site. */
const configuration = (name: string, root: string | number) =>
  typeof root === 'number' ? `src/hosting/packed/${name}` : `src/hosting/${name}`;

function nginxFiles({ folder, root, http, https }: Site): string[] {
  const types = [join(FETCHED, 'etc/nginx/mime.types'), '/etc/nginx/mime.types'].find(existsSync);
  const own: [RegExp, string] =
    typeof root === 'number'
      ? [/127\.0\.0\.1:8787/, `127.0.0.1:${root}`]
      : [/root \/srv\/archive\/dist;/, `root ${root};`];
  const mime: [RegExp, string][] =
    typeof root === 'number' ? [] : [[/\/etc\/nginx\/mime\.types/, `${types}`]];
  const site = changed(readFileSync(configuration('nginx.conf', root), 'utf8'), [
    [/listen 80;\n.*\n/, `listen 127.0.0.1:${http};\n`],
    [/listen 443 ssl http2;\n.*\n/, `listen 127.0.0.1:${https} ssl http2;\n`],
    [/server_name archive\.example;/g, 'server_name localhost;'],
    own,
    [/ssl_certificate \S+;/, `ssl_certificate ${folder}/cert.pem;`],
    [/ssl_certificate_key \S+;/, `ssl_certificate_key ${folder}/key.pem;`],
    ...mime,
    [/https:\/\/\$host/, `https://$host:${https}`],
  ]);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
    .join(' ');
  writeFileSync(
    join(folder, 'nginx.conf'),
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log stderr; ${process.getuid?.() === 0 ? 'user root;' : ''}\nevents {}\nhttp { access_log off; ${temporary}\n${site}\n}\n`,
  );
  return ['-p', folder, '-e', 'stderr', '-c', join(folder, 'nginx.conf')];
}

function caddyFiles({ folder, root, http, https }: Site): string[] {
  const own: [RegExp, string] =
    typeof root === 'number'
      ? [/127\.0\.0\.1:8787/, `127.0.0.1:${root}`]
      : [/root \* \/srv\/archive\/dist.*$/m, `root * ${root}`];
  const site = changed(readFileSync(configuration('Caddyfile', root), 'utf8'), [
    [
      /^archive\.example \{.*$/m,
      `localhost:${https} {\n\ttls ${folder}/cert.pem ${folder}/key.pem`,
    ],
    own,
  ]);
  writeFileSync(
    join(folder, 'Caddyfile'),
    `{\n\thttp_port ${http}\n\thttps_port ${https}\n\tadmin off\n\tskip_install_trust\n}\n${site}`,
  );
  return ['run', '--adapter', 'caddyfile', '--config', join(folder, 'Caddyfile')];
}

const FILES = { nginx: nginxFiles, caddy: caddyFiles };

async function answers(port: number): Promise<boolean> {
  return fetch(`http://localhost:${port}/`, { redirect: 'manual' }).then(
    () => true,
    () => false,
  );
}

/**
 * Starts a host on free ports.
 *
 * @param root the folder that it serves, or the port of the program that answers with a packed site
 * @param folder where its own files go
 */
export async function startHost(
  name: HostName,
  program: string,
  root: string | number,
  folder: string,
): Promise<RunningHost> {
  const [http, https] = [await freePort(), await freePort()];
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }]);
  writeFileSync(join(folder, 'cert.pem'), cert);
  writeFileSync(join(folder, 'key.pem'), key);
  const args = FILES[name]({ folder, root, http, https });
  const host = spawn(program, args, { env: { ...process.env, HOME: folder }, stdio: 'pipe' });
  const said: string[] = [];
  for (const stream of [host.stdout, host.stderr])
    stream.on('data', (text) => said.push(`${text}`));
  const ended = new Promise<void>((resolveEnd) => host.once('exit', () => resolveEnd()));
  for (let turn = 0; !(await answers(http)); turn++) {
    if (host.exitCode !== null || turn > 200)
      throw new Error(`${name} did not start.\n${said.join('')}`);
    await setTimeout(50);
  }
  return {
    http,
    https,
    stop: async () => {
      host.kill();
      await ended;
    },
  };
}

import type { Medium } from './medium.ts';

/** Why a file is not in the archive: what its entry says to the archivist, and what readers are told of that. */

/** The reason of an import where the file of a picture is there, and no words for those who do not see it. */
export const WORDLESS =
  'Its source says nothing for those who do not see it: no alternative text, and no caption. Write altText here and import it again.';

/** How the reason of an import begins where a build would refuse the file, before the rule. */
export const REFUSED = 'Its file cannot be published: ';
/** The same of a file that was fetched. */
export const FETCHED_REFUSED = 'what came from its address cannot be published.';
/** The reason of an import whose file is of a network of its own. */
export const PRIVATE_HOST = 'its host is in a private network, from which nothing is fetched';

/** What readers are told in place of a rule of the build, or of what an archivist is to do. */
const TOLD: readonly (readonly [begins: string, told: string])[] = [
  [WORDLESS, 'It is not shown yet, since it has no description for those who do not see it.'],
  [REFUSED, 'Its file is in a form that cannot be shown here.'],
  [FETCHED_REFUSED, 'What is at its address is in a form that cannot be shown here.'],
  ['Its file cannot be read', 'Its file could not be read.'],
  [PRIVATE_HOST, 'It is not on the public web.'],
];

/** The special-purpose networks of IPv4 that are this machine’s own or its neighbours’ (RFC 6890). */
const OWN_4 =
  /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01])|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.[\d.]{3,11}$/;
/** Of IPv6 only this is of the public web. */
const PUBLIC_6 = /^\[[23]/;
const OWN_NAME =
  /(?:^|\.)(?:localhost|local|localdomain|internal|intranet|lan|home|corp|private|home\.arpa)$/;

/** Whether an address is one of a machine’s own networks, by its form: nobody else can follow it, and it tells how they are built. */
export function isOfOwnNetwork(address: string): boolean {
  if (!URL.canParse(address)) return true;
  const host = new URL(address).hostname.replace(/\.$/, '');
  if (host.startsWith('[')) return !PUBLIC_6.test(host);
  return OWN_4.test(host) || OWN_NAME.test(host) || !host.includes('.');
}

/** What is published of a medium that is missing. */
export function publishedGap({ url, name, reason }: NonNullable<Medium['missing']>) {
  const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
  const told = TOLD.find(([begins]) => lower(reason).startsWith(lower(begins)));
  return {
    ...(url !== undefined && !isOfOwnNetwork(url) && { url }),
    ...(name !== undefined && { name }),
    reason: told?.[1] ?? reason,
  };
}

import { shownWords } from '../../../domain/problem.ts';
import { StoreFault } from '../../store.ts';

/** Who publishes to which S3-compatible store: all of it is asked of the environment, and none of it is ever shown. */
export interface Account {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
  region: string;
  /** The address of the store; undefined for Amazon’s. */
  endpoint?: URL;
}

type Environment = Readonly<NodeJS.ProcessEnv>;

function endpointIn(env: Environment): URL | undefined {
  const name = ['AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL'].find((one) => env[one]);
  const text = name === undefined ? undefined : env[name];
  if (!text) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url && /^https?:$/.test(url.protocol) && url.username + url.password + url.search === '')
    return url;
  throw new StoreFault(
    `${name} is no address of a store: write it as https://s3.example.org, without name, password or question mark.`,
  );
}

/** The account of the environment. @throws StoreFault where something is missing */
export function accountIn(env: Environment): Account {
  const missing = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY'].filter((name) => !env[name]);
  if (missing.length > 0)
    throw new StoreFault(
      `${missing.join(' and ')} ${missing.length > 1 ? 'are' : 'is'} not set: the store tells by it who publishes. Set it in the environment, from the keys that the store gave you.`,
    );
  const endpoint = endpointIn(env);
  const region = env['AWS_REGION'] || env['AWS_DEFAULT_REGION'];
  if (!region && !endpoint)
    throw new StoreFault(
      'AWS_REGION is not set: say where the bucket is, such as eu-central-1. For a store that is not Amazon’s, set AWS_ENDPOINT_URL to its address.',
    );
  if (region && !/^[\w-]{1,64}$/.test(region))
    throw new StoreFault(
      `AWS_REGION is ‘${shownWords(region)}’, which is no region: write one such as eu-central-1.`,
    );
  return {
    accessKeyId: `${env['AWS_ACCESS_KEY_ID']}`,
    secretAccessKey: `${env['AWS_SECRET_ACCESS_KEY']}`,
    ...(env['AWS_SESSION_TOKEN'] && { sessionToken: env['AWS_SESSION_TOKEN'] }),
    // Most other stores take any region; R2 calls its own “auto” and takes this one for it.
    region: region || 'us-east-1',
    ...(endpoint && { endpoint }),
  };
}

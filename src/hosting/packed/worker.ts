import { PackedAnswers } from './answers.ts';
import type { Bytes } from './bytes.ts';
import { PackedSite } from './packed-site.ts';
import { httpSource, type Source } from './source.ts';

/** A bucket of R2, as far as it is asked here. */
interface Bucket {
  get(
    key: string,
    options?: { range: { offset: number; length: number } },
  ): Promise<{ body: Bytes } | null>;
}

/** What wrangler.jsonc binds to the Worker: a bucket in which the packed site lies, or the files of the Worker itself. */
interface Bindings {
  ARCHIVE?: Bucket;
  ASSETS?: { fetch(request: Request): Promise<Response> };
}

const bucketSource = (bucket: Bucket): Source => ({
  async open(file, range) {
    const found = await (range
      ? bucket.get(file, { range: { offset: range.start, length: range.end - range.start } })
      : bucket.get(file));
    return found?.body;
  },
});

function sourceOf({ ARCHIVE, ASSETS }: Bindings): Source {
  if (ARCHIVE) return bucketSource(ARCHIVE);
  if (!ASSETS) throw new Error('wrangler.jsonc binds neither ARCHIVE nor ASSETS.');
  return httpSource((path, headers) =>
    // Only the path counts here.
    ASSETS.fetch(new Request(`https://assets.invalid/${path}`, { headers })),
  );
}

/** The same bytes, of which a Worker knows how many there are: only then it sends `Content-Length`. */
function measured(body: Bytes, length: number): Bytes {
  const { FixedLengthStream } = globalThis as {
    FixedLengthStream?: new (length: number) => ReadableWritablePair<Uint8Array<ArrayBuffer>>;
  };
  return FixedLengthStream ? body.pipeThrough(new FixedLengthStream(length)) : body;
}

/** What the requests of one running Worker share. */
let answers: PackedAnswers | undefined;

/** The packed site as a Cloudflare Worker. */
export default {
  async fetch(request: Request, bindings: Bindings): Promise<Response> {
    answers ??= new PackedAnswers(new PackedSite(sourceOf(bindings)));
    const { pathname, search } = new URL(request.url);
    const { status, headers, body } = await answers.answer({
      method: request.method,
      target: pathname + search,
      header: (name) => request.headers.get(name) ?? undefined,
    });
    const length = headers.get('Content-Length');
    return new Response(body ? measured(body, Number(length)) : null, {
      status,
      headers: [...headers],
      // What is compressed already is sent as it is.
      ...(headers.has('Content-Encoding') && { encodeBody: 'manual' }),
    });
  },
};

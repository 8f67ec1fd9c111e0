declare module 'html-encoding-sniffer' {
  /** The encoding of a page, or of XML, by its mark and by what it says of itself. */
  export default function sniff(
    bytes: Uint8Array,
    options?: {
      xml?: boolean;
      maxPrescanBytes?: number;
      defaultEncoding?: string;
      transportLayerEncodingLabel?: string;
    },
  ): string;
}

/** What is kept from build to build is not as it was written. It must be thrown away and made again. */
export class SpoiltStore extends Error {
  override name = 'SpoiltStore';
  constructor() {
    super(
      'What is kept from build to build in node_modules/.astro was changed while it was read: run the command again.',
    );
  }
}

/** What is told of pictures on a page that an entry does not have. */
export const picturesLeftOut = (count: number): string =>
  `${count === 1 ? 'one picture' : `${count} pictures`} left out`;

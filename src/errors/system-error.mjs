/** Errors of the system that the user can mend, and how. */
const reasons = {
  EACCES: 'you may not do that there: look who owns it, and who may read and write it',
  EBUSY: 'another program is using it',
  EDQUOT: 'your share of the disk is used up: make room, and run the command again',
  EEXIST: 'something is there already: move it elsewhere',
  EINVAL: 'the disk cannot hold a file of that name',
  EIO: 'the disk does not answer: look whether it is sound',
  EISDIR: 'a folder is where a file should be: move it elsewhere',
  ELOOP: 'links lead in a circle there',
  EMFILE: 'too many files are open: allow more of them (ulimit -n), and run the command again',
  ENAMETOOLONG: 'a part of its name is longer than a disk can hold: shorten it',
  ENFILE: 'too many files are open on this machine: end other programs, and run the command again',
  ENOENT: 'it is not there, or was taken away while the command ran',
  ENOMEM: 'there is not enough memory: end other programs, and run the command again',
  ENOSPC: 'the disk is full: make room, and run the command again',
  ENOTDIR: 'a file is where a folder should be: move it elsewhere',
  ENOTEMPTY: 'something was put there while the command ran: run the command again',
  EPERM: 'you may not do that there: look who owns it, and who may read and write it',
  EROFS: 'it can only be read: let it be written to, or name another place',
  // Node reports this too where the folder above is read-only.
  NO_FOLDER: 'no folder can be made there: look whether the disk can be written to',
  ETXTBSY: 'it is being run',
  EXDEV: 'it lies on another disk',
};

/** SQLite has its own numbers for errors of the system. */
const sqliteReasons = {
  8: 'EROFS',
  10: 'EIO',
  13: 'ENOSPC',
  14: 'EACCES',
};

/**
 * An error of the system as a sentence: which file, and what to do. Undefined where it is none, and so a defect of
 * ours.
 * @param {unknown} error
 * @returns {string
 * undefined}
 */
export function systemSentence(error) {
  // Errors are wrapped as they are passed on; the first cause says most.
  for (let one = error; one instanceof Error; one = one.cause) {
    const code = one.code === 'ERR_SQLITE_ERROR' ? sqliteReasons[one.errcode & 0xff] : one.code;
    const reason = reasons[code === 'ENOENT' && one.syscall === 'mkdir' ? 'NO_FOLDER' : code];
    if (reason === undefined) continue;
    if (one.code === 'ERR_SQLITE_ERROR')
      return `A file of the caches cannot be written: ${reason}.`;
    if (typeof one.syscall !== 'string') continue;
    const where = [one.path, one.dest].filter((path) => path !== undefined).join(' and ');
    return `${where || 'A file that was being written'}: ${reason} (${code}).`;
  }
  return undefined;
}

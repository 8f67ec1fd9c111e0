import { handedOver } from '../../handover.ts';
import { ArchiveStore } from './archive-store.ts';

let shared: ArchiveStore | undefined;

/**
 * The store of the archive that this process builds or shows. It is opened once.
 *
 * @param folder where it is; if left out, the folder that was handed over
 * @throws if this process neither builds nor shows an archive
 */
export function archiveStore(folder = handedOver()?.workFolder): ArchiveStore {
  if (folder === undefined) throw new Error('No archive is being built or shown.');
  shared ??= new ArchiveStore(folder);
  return shared;
}

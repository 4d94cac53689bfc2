import { doOneTask } from '../../one-task.ts'
import { type BackupPlaces, type Copied, finishBackup } from './make-backup.ts'

/* Makes the archive of a copied register, which takes a while, in a process of its own. */

doOneTask(({ places, copied }: { places: BackupPlaces; copied: Copied }) => finishBackup(places, copied))

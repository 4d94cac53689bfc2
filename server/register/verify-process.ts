import { doOneTask } from '../one-task.ts'
import { type VerifiedPlaces, verifyFile } from './verify-file.ts'

/* Verifies a register whole, which takes a while, in a process of its own. */

doOneTask((places: VerifiedPlaces) => verifyFile(places))

/** Whether the desk is being left in haste: then nothing may stand in the way, not even a question. */
export const leaving = { inHaste: false }

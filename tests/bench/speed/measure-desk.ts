import { type Approval, measureApproval } from './measure-approval.ts'
import { type Publishing, measurePublishing } from './measure-publishing.ts'
import { openWorkDesk } from './work-desk.ts'

/** What is measured at the desk, over a copy of the register. */
export type AtDesk = {
  readonly detainees: number
  readonly approval: Approval
  /** Null where it was not asked for. */
  readonly publishing: Publishing | null
}

export const measureDesk = async (dataDir: string, detainees: number, isPublished: boolean): Promise<AtDesk> => {
  const desk = await openWorkDesk(dataDir)
  try {
    const approval = await measureApproval(desk, detainees)
    return { detainees, approval, publishing: isPublished ? await measurePublishing(desk) : null }
  } finally {
    await desk.close()
  }
}

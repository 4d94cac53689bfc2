import type { ReactNode } from 'react'
import { Empty } from '#client/components/states/empty.tsx'
import { useDoor } from '#client/lib/door.ts'

/** The desk reads the register itself and opens no edition. */
export const PublicDoorOnly = ({ children }: { children: ReactNode }) =>
  useDoor().name === 'public' ? (
    children
  ) : (
    <Empty title="Editions are read on the public pages.">
      <p>The desk shows the register as it stands now. Open this address at the public door.</p>
    </Empty>
  )

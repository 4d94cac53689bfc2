import { type ReactNode, createContext, use, useEffect, useMemo, useState } from 'react'
import { type Extent, joinExtents } from '#contract/charts/extent.ts'

type Shared = {
  readonly extents: Readonly<Record<string, Extent>>
  readonly share: (name: string, extent: Extent | null) => void
}

const SharedScale = createContext<Shared | null>(null)

/** Charts of the same name inside are drawn to one scale. */
export const ScaleTogether = ({ children }: { children: ReactNode }) => {
  const [extents, setExtents] = useState<Readonly<Record<string, Extent>>>({})
  const [share] = useState(() => (name: string, extent: Extent | null) =>
    setExtents(({ [name]: known, ...others }) => {
      if (extent === null) return others
      return { ...others, [name]: known !== undefined && JSON.stringify(known) === JSON.stringify(extent) ? known : extent }
    }),
  )
  const shared = useMemo(() => ({ extents, share }), [extents, share])
  return <SharedScale value={shared}>{children}</SharedScale>
}

/** The extent a chart is drawn to: its own, and where two stand side by side that of both. */
export const useSharedExtent = (side: string, own: Extent): Extent => {
  const shared = use(SharedScale)
  const share = shared?.share
  const text = JSON.stringify(own)
  useEffect(() => {
    share?.(side, JSON.parse(text) as Extent)
    return () => share?.(side, null)
  }, [share, side, text])
  return shared === null ? own : joinExtents([own, ...Object.entries(shared.extents).flatMap(([name, extent]) => (name === side ? [] : [extent]))])
}

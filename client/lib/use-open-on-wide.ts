import { type Dispatch, type SetStateAction, useEffect, useState } from 'react'

/** Whether something is unfolded: on screens from `width` on from the start, on narrower ones when the reader says so. */
export const useOpenOnWide = (width: string): readonly [isOpen: boolean, setOpen: Dispatch<SetStateAction<boolean>>] => {
  const [isOpen, setOpen] = useState(() => matchMedia(`(min-width: ${width})`).matches)
  useEffect(() => {
    const query = matchMedia(`(min-width: ${width})`)
    const follow = () => setOpen(query.matches)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [width])
  return [isOpen, setOpen]
}

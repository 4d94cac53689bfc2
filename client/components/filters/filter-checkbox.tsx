import type { ReactNode } from 'react'
import { useShown } from '#client/lib/use-shown.ts'
import { Checkbox } from '../forms/checkbox.tsx'

/** A choice kept in the address, which follows the click a moment later. */
export const FilterCheckbox = ({
  label,
  checked,
  onChange,
}: {
  label: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
}) => {
  const [shown, show] = useShown(checked)
  return (
    <Checkbox
      label={label}
      checked={shown}
      onChange={(event) => {
        show(event.target.checked)
        onChange(event.target.checked)
      }}
    />
  )
}

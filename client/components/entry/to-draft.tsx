import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Loading } from '#client/components/states/loading.tsx'

/** Goes on with a draft, in place of the page that was asked for. */
export const ToDraft = ({ id }: { id: string }) => {
  const navigate = useNavigate()
  useEffect(() => {
    void navigate({ to: '/drafts/$id', params: { id }, replace: true })
  }, [navigate, id])
  return <Loading what="your draft" />
}

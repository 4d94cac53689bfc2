import { useQuery } from '@tanstack/react-query'
import { counted } from '#contract/charts/format-count.ts'
import type { Settings } from '#contract/accounts.ts'
import type { ResponseOf } from '#contract/endpoint.ts'
import { changeSettings, getSettings } from '#contract/staff.ts'
import { Button } from '#client/components/forms/button.tsx'
import { ErrorSummary } from '#client/components/forms/error-summary.tsx'
import { PlainForm } from '#client/components/forms/plain-form.tsx'
import { PageHeading } from '#client/components/layout/page-heading.tsx'
import { Section } from '#client/components/layout/section.tsx'
import { Answered } from '#client/components/states/answered.tsx'
import { call, request } from '#client/lib/call.ts'
import { formatMoment } from '#client/lib/format-moment.ts'
import { useAct } from './use-act.ts'

type Page = ResponseOf<typeof getSettings>

/** What an administrator turns on and off for everyone. */
export const SettingsPage = () => {
  const page = useQuery({ queryKey: ['answer', 'settings'], queryFn: ({ signal }) => request(getSettings, { signal }) })
  return (
    <>
      <PageHeading title="Settings">
        <p>For everyone at this desk. Each change is kept in the access log with who made it.</p>
      </PageHeading>
      <Answered query={page} what="the settings" page>
        {({ data, etag }) => (
          <>
            <OneSetting name="secondPersonMustApprove" title="A second person must approve" page={data} etag={etag ?? ''}>
              <p>Nobody approves what they proposed themselves. You need two people with accounts, one of them a reviewer.</p>
            </OneSetting>
            <OneSetting name="twoFactorsRequired" title="Staff must use two factors" page={data} etag={etag ?? ''}>
              <p>
                Whoever has no second factor sets one up before anything else.{' '}
                {data.withoutSecondFactor === 0
                  ? 'Everyone has one.'
                  : `${counted(data.withoutSecondFactor, 'account has', 'accounts have')} none yet.`}
              </p>
            </OneSetting>
            {data.changed === null ? null : (
              <p>
                Last changed by {data.changed.by}, {formatMoment(data.changed.at)}.
              </p>
            )}
          </>
        )}
      </Answered>
    </>
  )
}

const OneSetting = ({
  name,
  title,
  page: { settings },
  etag,
  children,
}: {
  name: keyof Settings
  title: string
  page: Page
  etag: string
  children: React.ReactNode
}) => {
  const isOn = settings[name]
  const change = useAct(() => call(changeSettings, { body: { ...settings, [name]: !isOn }, ifMatch: etag }))
  return (
    <Section title={title} note={isOn ? 'On' : 'Off'}>
      <PlainForm onSubmit={() => change.mutate()}>
        {children}
        <ErrorSummary problems={[]} message={change.error?.message} attempt={change.submittedAt} title="The setting was not changed." />
        <Button type="submit" disabled={change.isPending}>
          Turn “{title}” {isOn ? 'off' : 'on'}
        </Button>
      </PlainForm>
    </Section>
  )
}

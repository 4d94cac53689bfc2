import { Entrance } from '#client/components/layout/entrance.tsx'
import { SecondFactorSetup } from './second-factor-setup.tsx'

/** Stands before every page for who must set up a second factor first. */
export const SecondFactorDuePage = () => (
  <Entrance
    title="Set up your second factor"
    lead={<p>The staff of this desk must use two factors. The desk opens once yours is set up.</p>}
  >
    <SecondFactorSetup />
  </Entrance>
)

import { useId } from 'react'
import { Link } from '@tanstack/react-router'
import { useShown } from '#client/lib/use-shown.ts'
import { CountingRule, countingRules } from '#contract/counting-rules.ts'
import styles from './analysis.module.css'

/** "Released" is not one thing: what the page counts is chosen in the open. */
export const RuleChoice = ({ rule, onChange }: { rule: CountingRule; onChange: (rule: CountingRule) => void }) => {
  const name = useId()
  const [shown, show] = useShown(rule)
  return (
    <fieldset className={styles.rules}>
      <legend>
        What “released” counts (<Link to="/methods">how we count</Link>)
      </legend>
      {CountingRule.options.map((option) => (
        <div key={option} className={styles.rule}>
          <input
            id={`${name}-${option}`}
            type="radio"
            name={name}
            value={option}
            checked={option === shown}
            onChange={() => {
              show(option)
              onChange(option)
            }}
          />
          <label htmlFor={`${name}-${option}`}>
            <strong>{countingRules[option].title}</strong> <small>{countingRules[option].sentence}</small>
          </label>
        </div>
      ))}
    </fieldset>
  )
}

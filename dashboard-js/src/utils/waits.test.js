import { expect, test } from 'vitest'
import { waitsBefore } from './waits.js'

const at = (role, time) => ({ role, sentAt: time && `2026-11-21T10:${time}Z` })

test('the customer waits for the agent, from the last message on', () => {
  const [, , wait] = waitsBefore([at('agent', '00:00'), at('customer', '00:10'), at('agent', '05:47')])
  expect(wait).toEqual({ seconds: 337, customerWaited: true, isLong: true })
})

test('the agent waiting for the customer is silence, not a customer wait', () => {
  const [, wait] = waitsBefore([at('agent', '00:00'), at('customer', '02:00')])
  expect(wait).toEqual({ seconds: 120, customerWaited: false, isLong: false })
})

test('short silences, missing times and clocks that run back show nothing', () => {
  const messages = [at('customer', '10:00'), at('agent', '10:30'), at('agent', null), at('customer', '09:00')]
  expect(waitsBefore(messages)).toEqual([null, null, null, null])
})

test('a message without a time does not hide the wait around it', () => {
  const messages = [at('customer', '00:00'), at('customer', null), at('agent', '02:00')]
  expect(waitsBefore(messages)[2]).toMatchObject({ seconds: 120, customerWaited: true })
})

import { expect, test } from 'vitest'
import { sample } from '../testing/samples.js'
import {
  afterClose,
  liveAddress,
  parseFrame,
  reconnectDelayMs,
  renewInMs,
  silenceLimitMs,
  subprotocols,
} from './liveProtocol.js'

test('the token travels as the second subprotocol', () => {
  expect(subprotocols('a.b.c')).toEqual(['dictamen.v1', 'bearer.a.b.c'])
})

test('the socket lives beside the page, encrypted where the page is', () => {
  expect(liveAddress('http://host:8080/live?score=bad#x')).toBe('ws://host:8080/ws/live')
  expect(liveAddress('https://host/chats/1')).toBe('wss://host/ws/live')
})

test('what is not a frame is no frame', () => {
  expect(['', '[]', '{}', 'null', '{"type":1}'].map(parseFrame)).toEqual([null, null, null, null, null])
  expect(parseFrame('{"type":"hb"}')).toEqual({ type: 'hb' })
})

test('close codes: revoked and too many stop, expired and refused refresh, the rest retries', () => {
  expect([4403, 4429].map((code) => afterClose(code, true))).toEqual(['stop', 'stop'])
  expect(afterClose(4401, true)).toBe('refresh')
  expect(afterClose(1006, false)).toBe('refresh')
  expect([1006, 1001, 1012, 1013].map((code) => afterClose(code, true))).toEqual(Array(4).fill('retry'))
})

test('every close code that the gateway sends is understood as it is meant', ({ skip }) => {
  const codes = sample('close-codes.json')
  skip(codes === null, 'the samples have no close-codes.json yet')
  const understood = Object.entries(codes).map(([name, code]) => [name, afterClose(code, true)])
  expect(Object.fromEntries(understood)).toEqual({
    normal: 'retry',
    going_away: 'retry',
    bad_message: 'retry',
    too_big: 'retry',
    expired: 'refresh',
    revoked: 'stop',
    too_many: 'stop',
  })
})

test('reconnects spread out and never wait longer than half a minute', () => {
  expect(reconnectDelayMs(0, 1)).toBe(500)
  expect(reconnectDelayMs(3, 0.5)).toBe(2000)
  expect(reconnectDelayMs(40, 1)).toBe(30_000)
})

test('renewal is a minute early, earlier in proportion for short lives, and never a tight loop', () => {
  expect(renewInMs(900, 0)).toBe(840_000)
  expect(renewInMs(6, 0)).toBeCloseTo(4800)
  expect(renewInMs(0, 5000)).toBe(1000)
})

test('silence is believed for two and a half beats', () => {
  expect(silenceLimitMs(20)).toBe(50_000)
})

import { CONTENDERS, type Contender } from './contenders.ts'
import type { Measurement } from './worker.ts'

/** The measurements on one database. */
export interface DatabaseResult {
  database: string
  measurements: Measurement[]
}

/** What our driver has to reach, as a share of the bare pool's rate. */
const GOALS: Record<string, Record<number, number>> = {
  SQLite: { 1: 0.75, 20: 0.85 },
  MariaDB: { 1: 0.75, 20: 0.8 },
  PostgreSQL: { 1: 0.75, 20: 0.8 },
}

/** The tables of all databases, in Markdown. */
export function formatTables(results: DatabaseResult[]): string {
  return results.map((result) => formatTable(result)).join('\n\n')
}

function formatTable({ database, measurements }: DatabaseResult): string {
  const levels = [...new Set(measurements.map(({ inFlight }) => inFlight))]
  const contenders = CONTENDERS.filter((name) => measurements.some((it) => it.contender === name))
  const rows = levels.map((inFlight) => {
    const cells = contenders.map((contender) =>
      formatRates(rates(measurements, contender, inFlight))
    )
    const ratios = roundRatios(measurements, inFlight)
    const goal = GOALS[database]?.[inFlight]
    return [inFlight, ...cells, formatRatios(ratios), goal ?? '']
  })
  const head = ['in flight', ...contenders, 'ours / bare pool', 'goal']
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return [`### ${database}`, '', ...lines].join('\n')
}

/** Ours against the bare pool, round by round: both ran one right after the other. */
function roundRatios(measurements: Measurement[], inFlight: number): number[] {
  const bare = rates(measurements, 'bare pool', inFlight)
  return rates(measurements, 'ours', inFlight).map((rate, round) => rate / bare[round])
}

function rates(measurements: Measurement[], contender: Contender, inFlight: number): number[] {
  return measurements
    .filter((it) => it.contender === contender && it.inFlight === inFlight)
    .map(({ perSecond }) => perSecond)
}

function formatRates(values: number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return `${median(values).toFixed(0)} (${low.toFixed(0)}-${high.toFixed(0)})`
}

function formatRatios(values: number[]): string {
  const [low, high] = [Math.min(...values), Math.max(...values)]
  return `**${median(values).toFixed(2)}** (${low.toFixed(2)}-${high.toFixed(2)})`
}

export function median(values: number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length / 2
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2
}

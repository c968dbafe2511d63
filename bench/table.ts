import type { Timings } from './browser'

const at = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Times per kind of request as a Markdown table: how often, p50, p99, and bytes over the wire. */
export function timingTable(timings: Timings): string {
  const rows = [...timings].map(([kind, { ms, bytes }]) => {
    const sorted = ms.toSorted((a, b) => a - b)
    return `| ${kind} | ${ms.length} | ${at(sorted, 0.5).toFixed(1)} | ${at(sorted, 0.99).toFixed(1)} | ${(bytes / ms.length / 1024).toFixed(1)} |`
  })
  return ['| request | times | p50 ms | p99 ms | KB |', '|---|--:|--:|--:|--:|', ...rows].join('\n')
}

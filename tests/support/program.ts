import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { onTestFinished } from 'vitest'

export type Program = {
  child: ChildProcess
  /** Resolves with the line that matches, said now or before. Throws when the program ends first. */
  says(pattern: RegExp): Promise<RegExpExecArray>
  /** Everything said so far, on both channels. */
  said(): string
  /** Sends a signal and waits for the end; gives the exit code, or the signal that ended it. */
  end(signal?: NodeJS.Signals): Promise<number | NodeJS.Signals>
}

type Options = { env?: Record<string, string>; uid?: number; gid?: number; cwd?: string }

/** Starts a program of this project under the Node of this run. It is killed when the test ends, should it still run. */
export function program(args: string[], { env = {}, ...how }: Options = {}): Program {
  const child = spawn(process.execPath, args, {
    cwd: resolve(import.meta.dirname, '../..'),
    env: { ...process.env, NODE_ENV: 'development', DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...how,
  })
  let text = ''
  // A pipe may break a line anywhere: half an address is none.
  const lines = () => text.slice(0, text.lastIndexOf('\n') + 1)
  for (const channel of [child.stdout, child.stderr]) channel?.on('data', (chunk) => (text += chunk))
  const ended = once(child, 'close').then(([code, signal]) => (code ?? signal) as number | NodeJS.Signals)
  onTestFinished(() => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  })
  return {
    child,
    said: () => text,
    async end(signal) {
      if (signal) child.kill(signal)
      return ended
    },
    async says(pattern) {
      for (;;) {
        const found = pattern.exec(lines())
        if (found) return found
        const next = Promise.race([once(child.stdout!, 'data'), once(child.stderr!, 'data')])
        const isOver = await Promise.race([ended.then(() => true), next.then(() => false)])
        if (!isOver) continue
        const last = pattern.exec(text)
        if (last) return last
        throw new Error(`the program ended (${await ended}) without saying ${pattern}; it said:\n${text}`)
      }
    },
  }
}

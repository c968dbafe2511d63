import type { Lang } from '../../shared/ctx'

/** What became of a message. `unknown`: nobody answered, it may have gone out. Only what is retryable is worth another try. */
export type Sent =
  | { status: 'sent'; externalRef: string | null }
  | { status: 'failed' | 'unknown'; error: string; isRetryable: boolean }

/** `id` stands for this one issue of a code: sent again under the same id, a message goes out once. `phone` is E.164. */
export type Message = { id: string; phone: string; text: string; code: string }

/** Whoever carries codes to phones. */
export interface CodeSender {
  readonly name: string
  /** Nothing is really sent: the page shows the code itself. */
  readonly isDemo: boolean
  send(message: Message): Promise<Sent>
}

/** The codes of this installation. */
export type Codes = {
  /** Null: no code can be sent here. */
  sender: CodeSender | null
  /** From which codes are derived, so that none is written down anywhere. */
  secret: string
  /** The message around a code. */
  text: (code: string, lang: Lang) => string
}

import type { CodeSender, Message, Sent } from './sender'

export type Send = (url: string, init: RequestInit) => Promise<Response>
export type KotsmsAccount = { baseUrl: string; username: string; password: string }

const timeoutMs = 8_000
/** Scheduled, at the centre, at the carrier, delivered. */
const accepted = new Set(['0', '1', '2', '4'])
/** Suspended, too many connections, a fault of theirs: another try may go through. */
const passing = new Set(['a', 'b', 'l', 'r', '*'])

/**
 * KotSMS, and Mitake's own service, which speaks the same (spec v2.14): a form in UTF-8, an answer of `key=value` lines. Within twelve
 * hours the same `clientid` is sent once and answered with `Duplicate=Y` and the first result.
 * @param send the wire; a test may lead it to an emulator
 */
export function kotsms({ baseUrl, username, password }: KotsmsAccount, send: Send = fetch): CodeSender {
  return {
    name: 'kotsms',
    isDemo: false,
    async send({ id, phone, text }: Message): Promise<Sent> {
      const body = new URLSearchParams({
        username,
        password,
        dstaddr: addressee(phone),
        smbody: lines(text),
        clientid: id,
      })
      try {
        const response = await send(`${baseUrl}/SmSend?CharsetURL=UTF8`, {
          method: 'POST',
          signal: AbortSignal.timeout(timeoutMs),
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          body,
        })
        if (response.ok) return outcome(await response.text())
        const error = `HTTP ${response.status}`
        return response.status >= 500
          ? { status: 'unknown', error, isRetryable: true }
          : { status: 'failed', error, isRetryable: false }
      } catch (e) {
        return { status: 'unknown', error: e instanceof Error ? e.message : String(e), isRetryable: true }
      }
    },
  }
}

/** Their numbers are Taiwan's as dialled there, others with the country code; never a sign or a space. */
const addressee = (phone: string) => phone.replace(/^\+886/, '0').replace(/\D/g, '')

/** A line break within a message is the byte 0x06. */
const lines = (text: string) => text.replace(/\r?\n/g, '\u0006')

/** A faulty account is told by a bare letter; everything else by lines under a `[1]` or `[clientid]` head. */
function outcome(text: string): Sent {
  const fields = new Map(
    text.split(/\r?\n/).flatMap((line) => {
      const at = line.indexOf('=')
      return at > 0 ? [[line.slice(0, at).trim().toLowerCase(), line.slice(at + 1).trim()] as const] : []
    }),
  )
  const code = fields.get('statuscode') ?? (/^[a-z*]$/.test(text.trim()) ? text.trim() : undefined)
  if (code === undefined) return { status: 'unknown', error: 'an answer that cannot be read', isRetryable: true }
  if (accepted.has(code)) return { status: 'sent', externalRef: fields.get('msgid') ?? null }
  const said = fields.get('error')
  return { status: 'failed', error: said ? `${code}: ${said}` : code, isRetryable: passing.has(code) }
}

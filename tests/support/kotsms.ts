import type { Send } from '../../src/domain/people/sms/kotsms'

/** What the vendor knows about one message, by the key it was sent under. */
type Kept = { msgid: string; dstaddr: string; smbody: string; statuscode: string }

/**
 * The vendor's side of the wire (Mitake-type, spec v2.14): takes `SmSend` as a form in UTF-8, answers in CRLF lines, and sends what it
 * has under a key once in twelve hours.
 */
export class KotsmsEmulator {
  readonly sent = new Map<string, Kept>()
  /** Every request's address and fields, as they came over the wire. */
  readonly heard: { url: string; fields: URLSearchParams }[] = []
  /** The next requests end so: `lost` is heard and sent, but the answer never arrives; `dead` never arrives there. */
  next: ('lost' | 'dead' | { statuscode: string } | { letter: string } | { http: number } | { body: string })[] = []

  readonly send: Send = async (url, init) => {
    const fields = new URLSearchParams(String(init.body))
    const how = this.next.shift()
    if (how === 'dead') throw new DOMException('The operation was aborted due to timeout', 'TimeoutError')
    this.heard.push({ url, fields })
    if (typeof how === 'object' && 'http' in how) return new Response('busy', { status: how.http })
    if (typeof how === 'object' && 'body' in how) return new Response(how.body)
    if (typeof how === 'object' && 'letter' in how) return new Response(how.letter)
    const answer = this.answer(fields, typeof how === 'object' ? how.statuscode : '1')
    if (how === 'lost') throw new DOMException('The operation was aborted due to timeout', 'TimeoutError')
    return new Response(answer)
  }

  private answer(fields: URLSearchParams, statuscode: string): string {
    const field = (name: string) => fields.get(name) ?? ''
    if (field('username') !== 'demo' || field('password') !== 'demo') return 'e'
    if (!/^\d{8,15}$/.test(field('dstaddr'))) return lines('[1]', 'statuscode=v')
    const key = field('clientid')
    const known = this.sent.get(key)
    if (known) return lines(`[${key}]`, `msgid=${known.msgid}`, `statuscode=${known.statuscode}`, 'Duplicate=Y')
    if (!/^[0124]$/.test(statuscode)) return lines('[1]', `statuscode=${statuscode}`)
    const msgid = `#${String(this.sent.size + 1).padStart(9, '0')}`
    this.sent.set(key, { msgid, dstaddr: field('dstaddr'), smbody: field('smbody'), statuscode })
    return lines('[1]', `msgid=${msgid}`, `statuscode=${statuscode}`, 'AccountPoint=126', 'smsPoint=1')
  }
}

const lines = (...all: string[]) => `${all.join('\r\n')}\r\n`

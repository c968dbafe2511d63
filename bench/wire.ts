import { connect, type Socket } from 'node:net'

export type WireAnswer = { status: number; headers: [name: string, value: string][]; body: Buffer }

const idle = new Map<string, Wire[]>()

/** Sends one HTTP/1.1 request over a connection that is kept: a driver that shares the machine must cost less than what it drives. */
export async function ask({ host, hostname, port }: URL, head: string, body = ''): Promise<WireAnswer> {
  const free = idle.get(host) ?? []
  idle.set(host, free)
  let wire = free.pop()
  // The server hangs up on connections that nobody used for a while.
  while (wire?.isClosed) wire = free.pop()
  wire ??= new Wire(connect(Number(port), hostname))
  const answer = await wire.ask(`${head}\r\nHost: ${host}\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  free.push(wire)
  return answer
}

const emptyLine = '\r\n\r\n'

/** One connection, one request at a time. */
class Wire {
  isClosed = false
  private read = Buffer.alloc(0)
  private settle: { resolve(answer: WireAnswer): void; reject(fault: unknown): void } | undefined

  constructor(private readonly socket: Socket) {
    socket.setNoDelay(true)
    socket.on('data', (chunk) => {
      this.read = this.read.length === 0 ? chunk : Buffer.concat([this.read, chunk])
      const answer = whole(this.read)
      if (!answer) return
      this.read = Buffer.alloc(0)
      this.settle?.resolve(answer)
    })
    socket.on('error', (fault) => this.settle?.reject(fault))
    socket.on('close', () => {
      this.isClosed = true
      this.settle?.reject(new Error('the server hung up'))
    })
  }

  ask(request: string): Promise<WireAnswer> {
    return new Promise((resolve, reject) => {
      this.settle = { resolve, reject }
      this.socket.write(request)
    })
  }
}

/** The answer, once all of it is there. */
function whole(read: Buffer): WireAnswer | null {
  const end = read.indexOf(emptyLine)
  if (end < 0) return null
  const [first = '', ...lines] = read.toString('latin1', 0, end).split('\r\n')
  const headers = lines.map((line): [string, string] => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  })
  const status = Number(first.split(' ')[1])
  const named = (name: string) => headers.find(([known]) => known === name)?.[1]
  const rest = read.subarray(end + emptyLine.length)
  const body = named('transfer-encoding') ? unchunked(rest) : counted(rest, Number(named('content-length') ?? 0))
  return body && { status, headers, body }
}

const counted = (rest: Buffer, length: number): Buffer | null => (rest.length < length ? null : rest)

function unchunked(rest: Buffer): Buffer | null {
  const parts: Buffer[] = []
  for (let at = 0; ; ) {
    const line = rest.indexOf('\r\n', at)
    if (line < 0) return null
    const size = Number.parseInt(rest.toString('latin1', at, line), 16)
    const next = line + 2 + size + 2
    if (rest.length < next) return null
    if (size === 0) return Buffer.concat(parts)
    parts.push(rest.subarray(line + 2, line + 2 + size))
    at = next
  }
}

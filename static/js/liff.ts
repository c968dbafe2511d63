// The door inside LINE: asks LINE's own script who is there and sends what it gives. Outside LINE, or when it gives nothing, to sign-in.
type Sdk = {
  init(config: { liffId: string }): Promise<void>
  isInClient(): boolean
  isLoggedIn(): boolean
  getIDToken(): string | null
}

const form = document.querySelector<HTMLFormElement>('form[data-liff]')
const { liff: liffId = '', otherwise = '/', onward } = form?.dataset ?? {}

async function proof(): Promise<string | null> {
  const sdk = (window as { liff?: Sdk }).liff
  if (!sdk) return null
  await sdk.init({ liffId })
  return sdk.isLoggedIn() ? sdk.getIDToken() : null
}

async function enter(): Promise<void> {
  if (onward) return location.replace(onward)
  const token = await proof().catch(() => null)
  const field = form?.elements.namedItem('id_token')
  if (!token || !(field instanceof HTMLInputElement)) return location.replace(otherwise)
  field.value = token
  form?.submit()
}

void enter()
